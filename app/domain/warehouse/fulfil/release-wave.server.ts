import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { demandLines, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { insert, update, type Write } from "#db/writes.ts";
import { actorStamp } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { planRelease } from "../waves/plan-release.server.ts";
import type { releaseOrdersSchema } from "./schemas.ts";
import { softStates } from "./states.ts";
import { asksForReleases } from "./events.ts";

export type SkippedOrder = { orderId: string; reason: "not-ready" | "unknown-product" | "nothing-owed" };
export type Released = { waveId: string | null; number: number | null; released: number; skipped: SkippedOrder[] };

type Demand = typeof demandLines.$inferSelect;

/**
 * Lets orders be picked, as one wave. Here they are only written down; zones set exact goods aside right after, the order
 * that was promised first before the others. An order that cannot be released is named and holds up no other. `alsoWrites` is written together with the wave.
 */
export async function releaseWave(
  ctx: ServiceContext,
  { warehouseId, orderIds, batching }: z.output<typeof releaseOrdersSchema>,
  alsoWrites: (waveId: string) => Write[] = () => [],
): Promise<Released> {
  const wanted = [...new Set(orderIds)];
  const [warehouse, known, lines, last] = await Promise.all([
    ctx.db.first(warehouses, eq(warehouses.id, warehouseId)),
    ctx.db.all(orders, { ids: wanted }),
    ctx.db.all(demandLines, { where: inOrders(wanted), isLed: true }),
    ctx.db.all(waves, { where: eq(waves.warehouseId, warehouseId), orderBy: desc(waves.number), limit: 1 }),
  ]);
  if (warehouse === undefined) throw notFound("warehouse");
  if (known.length < wanted.length) throw notFound("order");
  const linesOf = Map.groupBy(lines, ({ orderId }) => orderId);
  const skipped: SkippedOrder[] = [];
  const ready = known.filter((order) => {
    const reason = whyNot(order.state, linesOf.get(order.id) ?? []);
    if (reason !== undefined) skipped.push({ orderId: order.id, reason });
    return reason === undefined;
  });
  if (ready.length === 0) return { waveId: null, number: null, released: 0, skipped };
  const waveId = ctx.ids.next("wav");
  const number = (last[0]?.number ?? 0) + 1;
  const now = ctx.clock.now();
  const createdBy = actorStamp(ctx.actor).label;
  const begun = ready.map((order) => ({ id: ctx.ids.next("ful"), orderId: order.id, order, lines: linesOf.get(order.id) ?? [] }));
  const plan = await planRelease(ctx, { waveId, warehouseId, batching, fulfilments: begun });
  await mutate(ctx, {
    writes: [
      ...alsoWrites(waveId),
      insert(waves, { id: waveId, warehouseId, number, plan, createdBy, createdAt: now }),
      ...begun.flatMap((one) => releaseWrites(ctx, { ...one, warehouseId, waveId })),
    ],
    audit: {
      action: "orders.released",
      subject: { type: "wave", id: waveId, label: `${warehouse.code} ${number}` },
      after: { orders: ready.length, batches: plan.batches.length, batching },
    },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksForReleases(ctx.workspaceId),
  });
  return { waveId, number, released: ready.length, skipped };
}

function inOrders(orderIds: readonly string[]) {
  return and(sql`${demandLines.orderId} in (select value from json_each(${JSON.stringify(orderIds)}))`);
}

function whyNot(orderState: string, lines: readonly Demand[]): SkippedOrder["reason"] | undefined {
  if (orderState !== "ready") return "not-ready";
  if (lines.some(({ state }) => state === "unknown")) return "unknown-product";
  const owed = lines.filter(({ state }) => softStates.some((soft) => soft === state));
  return owed.length === 0 ? "nothing-owed" : undefined;
}

type Release = { id: string; order: typeof orders.$inferSelect; lines: readonly Demand[]; warehouseId: string; waveId: string };

function releaseWrites(ctx: ServiceContext, { id, order, lines, warehouseId, waveId }: Release): Write[] {
  const now = ctx.clock.now();
  const owed = lines.filter(({ state }) => softStates.some((soft) => soft === state));
  return [
    insert(fulfilments, {
      id,
      orderId: order.id,
      channelId: order.channelId,
      warehouseId,
      waveId,
      state: "releasing",
      problem: null,
      parcel: null,
      trackingCode: null,
      telling: null,
      tellError: null,
      createdAt: now,
      pickedAt: null,
      packedAt: null,
      shippedAt: null,
    }),
    // Whoever released one of them meanwhile wins: then nothing of this wave is written.
    ...owed.map((line) => update(demandLines, line, { state: "released", fulfilmentId: id, changedAt: now })),
  ];
}
