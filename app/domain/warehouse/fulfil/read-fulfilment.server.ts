import { and, eq, sql } from "drizzle-orm";
import { allocations, demandLines, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { readPlan } from "../waves/batching.ts";
import { type FulfilmentRow, fulfilmentRows } from "./list-fulfilments.server.ts";

export type FulfilmentDetail = FulfilmentRow & {
  parcel: Record<string, unknown> | null;
  buyerName: string | null;
  /** Which of its wave's batches it is in, as the wave's page counts them. */
  batch: number | null;
  lines: {
    id: string;
    title: string;
    sku: string | null;
    quantity: number;
    places: { zone: string; state: string; qty: number; picked: number }[];
  }[];
};

/** An order in the house, line by line, with where its goods were set aside. */
export async function readFulfilment(ctx: ServiceContext, input: { id: string }): Promise<FulfilmentDetail> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const [[row], whole, lines, parts] = await Promise.all([
    fulfilmentRows(ctx, eq(fulfilments.id, id), 1),
    ctx.db.first(fulfilments, eq(fulfilments.id, id)),
    ctx.db.read((orm, scope) =>
      orm
        .select({ id: demandLines.id, title: orderItems.title, sku: orderItems.sku, quantity: demandLines.quantity })
        .from(demandLines)
        .innerJoin(orderItems, and(eq(orderItems.id, demandLines.id), scope(orderItems, "led")))
        .where(and(scope(demandLines), eq(demandLines.fulfilmentId, id)))
        .orderBy(demandLines.id),
    ),
    ctx.db.read((orm, scope) =>
      orm
        .select({
          demandLineId: allocations.demandLineId,
          zone: zones.name,
          state: allocations.state,
          qty: allocations.qty,
          picked: allocations.pickedQty,
        })
        .from(allocations)
        .innerJoin(zones, and(eq(zones.id, allocations.zoneId), scope(zones, "led")))
        .where(and(scope(allocations), eq(allocations.fulfilmentId, id), sql`${allocations.state} <> 'released'`)),
    ),
  ]);
  if (row === undefined || whole === undefined) throw notFound("fulfilment");
  const [order, wave] = await Promise.all([
    ctx.db.first(orders, eq(orders.id, row.orderId)),
    row.waveId === null ? undefined : ctx.db.first(waves, eq(waves.id, row.waveId)),
  ]);
  const batches = readPlan(wave?.plan ?? null)?.batches ?? [];
  const batch = 1 + batches.findIndex(({ fulfilmentIds }) => fulfilmentIds.includes(id));
  const placesOf = (lineId: string) =>
    parts.filter((part) => part.demandLineId === lineId).map(({ zone, state, qty, picked }) => ({ zone, state, qty, picked }));
  return {
    ...row,
    parcel: whole.parcel,
    buyerName: order?.buyerName ?? null,
    batch: batch === 0 ? null : batch,
    lines: lines.map((line) => ({ ...line, places: placesOf(line.id) })),
  };
}
