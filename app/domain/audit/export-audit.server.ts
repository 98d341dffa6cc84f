import { mutate } from "#db/mutate.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type AuditFilter, auditFilterSchema, type AuditRow, listAudit } from "./list-audit.server.ts";

const pageSize = 200;

/** Every row that matches, read page by page so that a long log never sits in memory. Exporting is itself logged. */
export async function exportAudit(ctx: ServiceContext, input: AuditFilter): Promise<AsyncGenerator<AuditRow>> {
  requirePermission(ctx, "audit:read");
  const filter = parseInput(auditFilterSchema, input);
  await mutate(ctx, {
    writes: [],
    audit: { action: "audit.exported", subject: { type: "audit", id: ctx.workspaceId, label: "CSV" }, after: { ...filter } },
  });
  return rowsOf(ctx, filter);
}

async function* rowsOf(ctx: ServiceContext, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let cursor: string | undefined;
  do {
    const page = await listAudit(ctx, { ...filter, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
