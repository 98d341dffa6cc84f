import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { allocations, demandLines, fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import type { AuditEntry } from "#db/write-context.ts";
import { update, updateByIds } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import type { AuditAction } from "../../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, notFound, parseInput } from "../../errors.ts";
import { asksToTellStock } from "../../stock-changed.ts";
import { askFloor } from "./ask-floor.server.ts";
import type { FulfilmentProblem } from "./states.ts";

/** Takes an order back from the floor: what was set aside is free again, and its lines wait with the rank they had. */
export async function giveBackOrder(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const fulfilment = await ctx.db.first(fulfilments, eq(fulfilments.id, id));
  if (fulfilment === undefined) throw notFound("fulfilment");
  if (fulfilment.state === "shipped" || fulfilment.state === "cancelled") throw new AppError("conflict", "fulfilmentOver");
  const order = await ctx.db.first(orders, eq(orders.id, fulfilment.orderId));
  await giveBackFulfilment(ctx, id, null, {
    action: "order.given-back",
    subject: { type: "fulfilment", id, label: order?.orderRef ?? id },
  });
}

/** Zones first: they may hear it twice. What was picked stays at its staging bin, promised to nobody. */
export async function giveBackFulfilment(
  ctx: ServiceContext,
  fulfilmentId: string,
  problem: FulfilmentProblem | null,
  audit: AuditEntry<AuditAction> | "mirrored" = "mirrored",
): Promise<void> {
  const [fulfilment, parts, lines] = await Promise.all([
    ctx.db.first(fulfilments, eq(fulfilments.id, fulfilmentId)),
    ctx.db.all(allocations, { where: eq(allocations.fulfilmentId, fulfilmentId) }),
    ctx.db.all(demandLines, { where: eq(demandLines.fulfilmentId, fulfilmentId) }),
  ]);
  if (fulfilment === undefined || fulfilment.state === "shipped" || fulfilment.state === "cancelled") return;
  const active = parts.filter(({ state }) => state !== "released" && state !== "shipped");
  for (const { id, zoneId } of active) await askFloor(ctx, zoneId, { type: "release", demandLine: id });
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      update(fulfilments, fulfilment, { state: "cancelled", problem }),
      ...lines.map((line) =>
        update(demandLines, line, {
          state: problem === "cancelled-by-buyer" ? "cancelled" : "waiting",
          fulfilmentId: null,
          changedAt: now,
        }),
      ),
      updateByIds(
        allocations,
        active.map(({ id }) => id),
        { state: "released" },
      ),
    ],
    audit,
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksToTellStock(ctx.workspaceId),
  });
}
