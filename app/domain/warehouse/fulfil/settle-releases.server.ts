import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { allocations, demandLines, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import { insert, update, updateByIds, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { arrangeWalks } from "../waves/arrange-walks.server.ts";
import { batchOf, readPlan } from "../waves/batching.ts";
import { askFloor } from "./ask-floor.server.ts";
import { giveBackFulfilment } from "./give-back-order.server.ts";
import { asksForReleases } from "./events.ts";

/** Some hundred calls of rooms: as many as one turn of a queue may make. */
const atOnce = 40;
const reservedSchema = z.looseObject({ reserved: z.int() });

type Fulfilment = typeof fulfilments.$inferSelect;
type Demand = typeof demandLines.$inferSelect;
type Allocation = typeof allocations.$inferSelect;

/**
 * Has zones set exact goods aside for what was released, the oldest promise first, and plans the picks. What is asked of a
 * zone is written down before: a repetition after a crash asks the same again, and zones promise once.
 */
export async function settleReleases(ctx: ServiceContext): Promise<{ settled: number }> {
  requirePermission(ctx, "warehouse:write");
  const waiting = await ctx.db.all(fulfilments, {
    where: and(eq(fulfilments.state, "releasing"), isNull(fulfilments.problem)),
    orderBy: [asc(fulfilments.createdAt), asc(fulfilments.id)],
    limit: atOnce,
  });
  const [lines, own] = await Promise.all([
    ctx.db.all(demandLines, { where: ofFulfilments(demandLines, waiting), isLed: true }),
    ctx.db.all(waves, { ids: [...new Set(waiting.flatMap(({ waveId }) => waveId ?? []))] }),
  ]);
  const planOf = new Map(own.map(({ id, plan }) => [id, readPlan(plan)]));
  const rankOf = new Map(
    waiting.map(({ id }) => [id, Math.min(...lines.filter((line) => line.fulfilmentId === id).map(({ rank }) => rank))]),
  );
  const inOrder = waiting.toSorted((a, b) => (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0));
  const planned: Planned[] = [];
  for (const fulfilment of inOrder) {
    const owed = lines.filter((line) => line.fulfilmentId === fulfilment.id && line.state === "released");
    const batch = batchOf(planOf.get(fulfilment.waveId ?? ""), fulfilment.id);
    planned.push(...(await settle(ctx, { ...fulfilment, batch }, owed)));
  }
  await beginPicking(ctx, planned);
  if (waiting.length === atOnce) await mutate(ctx, { writes: [], audit: "mirrored", asksFor: asksForReleases(ctx.workspaceId) });
  return { settled: waiting.length };
}

function ofFulfilments(table: typeof demandLines | typeof allocations, some: readonly Fulfilment[]) {
  return sql`${table.fulfilmentId} in (select value from json_each(${JSON.stringify(some.map(({ id }) => id))}))`;
}

type Batched = Fulfilment & { batch: string | null };
/** Picks of an order are planned in these zones, and it may begin. */
type Planned = { fulfilment: Batched; zoneIds: string[]; problem: "short" | null };

async function settle(ctx: ServiceContext, fulfilment: Batched, lines: readonly Demand[]): Promise<Planned[]> {
  for (;;) {
    const asked = await askZones(ctx, await allocationsOf(ctx, fulfilment));
    const missing = lines.flatMap((line) => {
      const own = asked.filter((one) => one.demandLineId === line.id && one.state !== "released");
      const units = line.quantity - own.reduce((sum, one) => sum + one.qty, 0);
      return units > 0 ? [{ line, units }] : [];
    });
    if (missing.length === 0) return planPicks(ctx, fulfilment, asked);
    const wanted = await lookElsewhere(ctx, fulfilment, missing, asked);
    if (wanted.length > 0) {
      await mutate(ctx, { writes: [insert(allocations, ...wanted)], audit: "mirrored" });
      continue;
    }
    // Goods that were picked already stay with their order: a person decides. Otherwise it waits, with its rank.
    if (asked.some(({ pickedQty }) => pickedQty > 0)) return planPicks(ctx, fulfilment, asked, "short");
    await giveBackFulfilment(ctx, fulfilment.id, "short");
    return [];
  }
}

function allocationsOf(ctx: ServiceContext, { id }: Fulfilment): Promise<Allocation[]> {
  return ctx.db.all(allocations, { where: eq(allocations.fulfilmentId, id), orderBy: asc(allocations.id) });
}

/** Zones answer with as much as they have. What one has not stays written down as asked and given back: it is not asked again. */
async function askZones(ctx: ServiceContext, all: readonly Allocation[]): Promise<Allocation[]> {
  const now: Allocation[] = [];
  const writes: Write[] = [];
  for (const one of all) {
    if (one.state !== "asked") {
      now.push(one);
      continue;
    }
    const { id, sku, qty, zoneId, createdAt: rank } = one;
    const reply = await askFloor(ctx, zoneId, { type: "reserve", demandLine: id, sku, qty, rank, takeLess: true });
    const reserved = reply.kind === "applied" ? reservedSchema.parse(reply.result).reserved : 0;
    const set = reserved > 0 ? { state: "reserved", qty: reserved } : { state: "released", qty: 0 };
    writes.push(update(allocations, one, set));
    now.push({ ...one, ...set, version: one.version + 1 });
  }
  if (writes.length > 0) await mutate(ctx, { writes, audit: "mirrored" });
  return now;
}

type Missing = { line: Demand; units: number };

/** Zones of the warehouse that were not asked for a line yet and have some of it, the fullest first: fewer zones walk for one order. */
async function lookElsewhere(ctx: ServiceContext, fulfilment: Fulfilment, missing: readonly Missing[], asked: readonly Allocation[]) {
  const skus = missing.map(({ line }) => line.sku ?? "");
  const free = sql<number>`${zoneStock.onHand} - ${zoneStock.reserved} - ${zoneStock.onHold} - ${zoneStock.damaged}`;
  const stock = await ctx.db.read((orm, scope) =>
    orm
      .select({ zoneId: zoneStock.zoneId, sku: zoneStock.sku, free })
      .from(zoneStock)
      .innerJoin(zones, and(eq(zones.id, zoneStock.zoneId), scope(zones)))
      .where(and(scope(zoneStock), eq(zones.warehouseId, fulfilment.warehouseId), inArray(zoneStock.sku, skus), sql`${free} > 0`)),
  );
  return missing.flatMap(({ line, units }) => {
    let left = units;
    const tried = new Set(asked.filter((one) => one.demandLineId === line.id).map(({ zoneId }) => zoneId));
    const places = stock
      .filter(({ sku, zoneId }) => sku === line.sku && !tried.has(zoneId))
      .toSorted((a, b) => b.free - a.free || (a.zoneId < b.zoneId ? -1 : 1));
    return places.flatMap(({ zoneId, sku, free: there }) => {
      const qty = Math.min(left, there);
      left -= qty;
      if (qty <= 0) return [];
      const id = ctx.ids.next("alc");
      return [{ id, demandLineId: line.id, fulfilmentId: fulfilment.id, zoneId, sku, qty, state: "asked", createdAt: line.rank }];
    });
  });
}

async function planPicks(
  ctx: ServiceContext,
  fulfilment: Batched,
  asked: readonly Allocation[],
  problem: "short" | null = null,
): Promise<Planned[]> {
  const byZone = Map.groupBy(
    asked.filter(({ state }) => state === "reserved"),
    ({ zoneId }) => zoneId,
  );
  const { waveId: wave, batch } = fulfilment;
  for (const [zoneId, own] of byZone) {
    const names = own.map(({ id }) => id);
    const reply = await askFloor(ctx, zoneId, { type: "plan-picks", demandLines: names, wave, batch });
    if (reply.kind === "applied") continue;
    await mutate(ctx, { writes: [updateByIds(fulfilments, [fulfilment.id], { problem: "no-staging" })], audit: "mirrored", events: told });
    return [];
  }
  return [{ fulfilment, zoneIds: [...byZone.keys()], problem }];
}

/** Walks first: an order that is being picked is not looked at again, and a crash in between repeats all of it. */
async function beginPicking(ctx: ServiceContext, planned: readonly Planned[]): Promise<void> {
  const batches = new Map<string, Set<string>>();
  for (const { fulfilment, zoneIds } of planned) {
    if (fulfilment.batch === null) continue;
    for (const zoneId of zoneIds) batches.set(zoneId, (batches.get(zoneId) ?? new Set()).add(fulfilment.batch));
  }
  for (const [zoneId, own] of batches) await arrangeWalks(ctx, zoneId, own);
  for (const { fulfilment, problem } of planned) {
    await mutate(ctx, { writes: [update(fulfilments, fulfilment, { state: "picking", problem })], audit: "mirrored", events: told });
  }
}

const told = [{ type: "data.changed", area: "warehouse" }] as const satisfies { type: "data.changed"; area: "warehouse" }[];
