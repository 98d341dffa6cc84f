import { mutate } from "#db/mutate.server.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findExport, isEnded } from "./export-job.server.ts";

/** Stops an export that still runs; the step that is under way notices and ends. */
export async function cancelExport(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "audit:read");
  const person = requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const job = await findExport(ctx, id, person.userId);
  if (isEnded(job.state)) return;
  await mutate(ctx, {
    writes: [update(exportJobs, job, { state: "cancelled", finishedAt: ctx.clock.now() })],
    audit: "personal",
    events: [{ type: "export.progressed", userId: person.userId }],
  });
  await ctx.ports.exportStore.removeAll(`${ctx.workspaceId}/${job.id}/`);
}
