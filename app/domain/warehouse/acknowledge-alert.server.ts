import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { alerts } from "#db/schema/floor-watch.ts";
import { zones } from "#db/schema/warehouse.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";

/** Somebody looks after it: others need not. It stays open until it is over. */
export async function acknowledgeAlert(ctx: ServiceContext, input: { id: string }): Promise<{ ok: true }> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const { alert, label } = await openAlert(ctx, id);
  if (alert.acknowledgedAt !== null) return { ok: true };
  await mutate(ctx, {
    writes: [update(alerts, alert, { acknowledgedAt: ctx.clock.now(), acknowledgedBy: ctx.stamp.label })],
    audit: { action: "alert.acknowledged", subject: { type: "alert", id, label } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { ok: true };
}

/** An alert that is not over, and what people call it. */
export async function openAlert(ctx: ServiceContext, id: string): Promise<{ alert: typeof alerts.$inferSelect; label: string }> {
  const alert = await ctx.db.first(alerts, eq(alerts.id, id));
  if (alert === undefined) throw notFound("alert");
  if (alert.resolvedAt !== null) throw new AppError("conflict", "alertOver");
  const zone = await ctx.db.first(zones, eq(zones.id, alert.subject));
  return { alert, label: `${zone?.name ?? alert.subject}: ${alert.kind}` };
}
