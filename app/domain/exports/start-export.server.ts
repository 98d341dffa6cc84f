import { mutate } from "#db/mutate.server.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { insert } from "#db/writes.ts";
import { type AuditFilter, auditFilterSchema } from "../audit/list-audit.server.ts";
import { countAudit } from "../audit/read-audit-lines.server.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";

const maxRows = 1_000_000;

/** Begins an export of the audit log in the background; it goes on when the page is left. */
export async function startExport(ctx: ServiceContext, input: AuditFilter): Promise<{ id: string }> {
  requirePermission(ctx, "audit:read");
  const person = requirePerson(ctx);
  const filter = parseInput(auditFilterSchema, input);
  const rowsTotal = await countAudit(ctx, filter);
  if (rowsTotal > maxRows) throw new AppError("too_large", "exportTooLarge");
  const id = ctx.ids.next("exp");
  await mutate(ctx, {
    writes: [
      insert(exportJobs, {
        id,
        kind: "audit",
        filter,
        state: "waiting",
        rowsDone: 0,
        rowsTotal,
        objectKey: null,
        sizeBytes: null,
        problem: null,
        requestedByUserId: person.userId,
        createdAt: ctx.clock.now(),
        heartbeatAt: null,
        finishedAt: null,
      }),
    ],
    audit: { action: "audit.exported", subject: { type: "export", id, label: "CSV" }, after: { ...filter, rows: rowsTotal } },
    events: [{ type: "export.requested", exportId: id }],
  });
  return { id };
}
