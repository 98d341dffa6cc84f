import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { demandLines, fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { cartons } from "#db/schema/packing.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, notFound, parseInput } from "../../errors.ts";
import { parcelOf } from "../packing/parcel.ts";
import { packOrderSchema } from "./schemas.ts";

/** All of it is in its cartons, or in whatever else was at hand. */
export async function packOrder(ctx: ServiceContext, input: z.input<typeof packOrderSchema>): Promise<void> {
  requirePermission(ctx, "floor:work");
  const { id, cartons: chosen, ...edges } = parseInput(packOrderSchema, input);
  const [{ fulfilment, lines, label }, kinds] = await Promise.all([
    findFulfilment(ctx, id),
    ctx.db.all(cartons, { ids: [...new Set(chosen.map(({ cartonId }) => cartonId))] }),
  ]);
  if (fulfilment.state !== "picked") throw new AppError("conflict", fulfilment.state === "packed" ? "packedBefore" : "notPickedYet");
  const parcel = parcelOf(edges, chosen, { kinds, lines });
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      update(fulfilments, fulfilment, { state: "packed", parcel, packedAt: now }),
      ...lines.map((line) => update(demandLines, line, { state: "packed", changedAt: now })),
    ],
    audit: { action: "order.packed", subject: { type: "fulfilment", id, label }, after: parcel },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}

/** With the lines it is for, and the order's name as people know it. A tablet finds those of its warehouse. */
export async function findFulfilment(ctx: ServiceContext, id: string) {
  const fulfilment = await ctx.db.first(fulfilments, eq(fulfilments.id, id));
  const isReached = fulfilment !== undefined && (ctx.actor.kind !== "device" || ctx.actor.warehouseId === fulfilment.warehouseId);
  if (!isReached) throw notFound("fulfilment");
  const [lines, order] = await Promise.all([
    ctx.db.all(demandLines, { where: eq(demandLines.fulfilmentId, id) }),
    ctx.db.first(orders, eq(orders.id, fulfilment.orderId)),
  ]);
  return { fulfilment, lines, order, label: order?.orderRef ?? id };
}
