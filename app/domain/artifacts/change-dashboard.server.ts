import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { dashboards } from "#db/schema/artifacts.ts";
import { update, updateWhere } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { toDashboard } from "./dashboard-row.ts";
import { findDashboard } from "./find-dashboard.server.ts";
import { changeDashboardSchema } from "./schemas.ts";

/** Another name, period or circle of people; or the board that opens first for everybody, which only a shared one can be. */
export async function changeDashboard(ctx: ServiceContext, input: Untrusted<typeof changeDashboardSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { id, ...wanted } = parseInput(changeDashboardSchema, input);
  const row = await findDashboard(ctx, id);
  const { name, visibility, isDefault, period } = toDashboard(row, ctx.stamp);
  const { before, after } = changedPart({ name, visibility, isDefault, period }, wanted);
  if (Object.keys(after).length === 0) return { id };
  if (after.visibility === "private" && row.ownerId !== ctx.stamp.id) throw new AppError("forbidden", "notYours");
  const next = { visibility, isDefault, ...after };
  if (next.isDefault && next.visibility === "private") throw new AppError("conflict", "defaultIsShared");
  const others = after.isDefault === true ? [updateWhere(dashboards, eq(dashboards.isDefault, true), { isDefault: false })] : [];
  await mutate(ctx, {
    writes: [...others, update(dashboards, row, { ...after, updatedAt: ctx.clock.now() })],
    audit: { action: "dashboard.changed", subject: { type: "dashboard", id, label: after.name ?? name }, before, after },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}
