import { mutate } from "#db/mutate.server.ts";
import { dashboards } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findDashboard } from "./find-dashboard.server.ts";

/** Into the bin with all that hangs on it, from where it can be taken back for thirty days. */
export async function removeDashboard(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await findDashboard(ctx, id);
  await mutate(ctx, {
    writes: [update(dashboards, row, { deletedAt: ctx.clock.now(), isDefault: false })],
    audit: { action: "dashboard.removed", subject: { type: "dashboard", id, label: row.name } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}

export async function restoreDashboard(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await findDashboard(ctx, id, { isInBin: true });
  if (row.deletedAt === null) return;
  await mutate(ctx, {
    writes: [update(dashboards, row, { deletedAt: null })],
    audit: { action: "dashboard.restored", subject: { type: "dashboard", id, label: row.name } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}
