import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { allocations, demandLines, fulfilments } from "#db/schema/fulfilment.ts";
import { update, updateByIds } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { asksToTellShipments } from "../../parcel-left.ts";
import { askFloor } from "./ask-floor.server.ts";
import { findFulfilment } from "./pack-order.server.ts";
import { shipOrderSchema } from "./schemas.ts";

/**
 * The parcel goes to the carrier: its goods leave the books of their zones, then it is written down. Done again after a
 * crash in between, zones say that they are gone already.
 */
export async function shipOrder(ctx: ServiceContext, input: z.input<typeof shipOrderSchema>): Promise<void> {
  requirePermission(ctx, "floor:work");
  const { id, trackingCode } = parseInput(shipOrderSchema, input);
  const { fulfilment, lines, label, order } = await findFulfilment(ctx, id);
  if (fulfilment.state !== "packed") throw new AppError("conflict", fulfilment.state === "shipped" ? "shippedBefore" : "notPackedYet");
  if (order?.state === "cancelled") throw new AppError("conflict", "orderCalledOff");
  const parts = await ctx.db.all(allocations, { where: and(eq(allocations.fulfilmentId, id), ne(allocations.state, "released")) });
  for (const [zoneId, own] of Map.groupBy(parts, (part) => part.zoneId)) {
    for (const part of own) await askFloor(ctx, zoneId, { type: "ship", demandLine: part.id });
    const names = own.map((part) => part.id);
    const standings = await ctx.ports.zoneRooms.demands({ workspaceId: ctx.workspaceId, zoneId }, names);
    const isGone = names.every((name) =>
      standings.some((one) => one.demandLine === name && one.shipped > 0 && one.held + one.picked === 0),
    );
    if (!isGone) throw new AppError("conflict", "goodsNotThere");
  }
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      update(fulfilments, fulfilment, { state: "shipped", trackingCode, shippedAt: now, telling: "due" }),
      ...lines.map((line) => update(demandLines, line, { state: "shipped", changedAt: now })),
      updateByIds(
        allocations,
        parts.map((part) => part.id),
        { state: "shipped" },
      ),
    ],
    audit: { action: "order.shipped", subject: { type: "fulfilment", id, label }, after: { trackingCode } },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksToTellShipments(fulfilment.channelId),
  });
}
