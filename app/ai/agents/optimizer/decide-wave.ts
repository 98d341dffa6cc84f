import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { Place } from "#app/domain/warehouse/solvers/layout.ts";
import { solveBatch } from "#app/domain/warehouse/solvers/batching/solve-batch.ts";
import type { Messages } from "../brain.ts";
import { conclude, examplesOf, rounded } from "../shared/conclude.ts";
import type { SeenZone } from "../shared/seen-zone.ts";
import { type ServableOrders, servableOrders } from "../shared/servable-orders.ts";
import { countingClock } from "./counting-clock.ts";
import { drawFloor } from "./floor-plan.ts";
import { goodsOf } from "./movable-goods.ts";
import { walkLength } from "./walks.ts";

const rules = {
  release: { id: "optimizer.release-wave", version: 1 },
  waits: { id: "optimizer.wave-waits", version: 1 },
  cannot: { id: "optimizer.wave-cannot", version: 1 },
} as const;
const validForMs = 30 * 60_000;
const minuteMs = 60_000;
const solverMs = 300;
const solverLooks = 3_000;

type Settings = SettingsOf<"optimizer">;
type Seen = { zones: readonly SeenZone[]; waiting: readonly DemandOrder[]; heard: Messages };

/** Which waiting orders to let be picked together, the oldest promise first, and how far they are walked for. */
export function decideWaves(seen: Seen, settings: Settings, nowMs: number): Pick<Outcome, "decisions" | "replaces"> {
  const served = servableOrders(seen.zones, seen.waiting);
  const decisions = served.flatMap((one) => waveOf(one, seen, settings, nowMs));
  const known = new Set(served.flatMap(({ orders }) => orders.map(({ id }) => id)));
  const cannot = seen.waiting.filter(({ id }) => !known.has(id));
  const [first] = served;
  if (cannot.length > 0 && first !== undefined) {
    const { id, label } = first.warehouse;
    const facts = { orders: cannot.length, examples: examplesOf(cannot.map(({ orderRef }) => orderRef)) };
    decisions.push(conclude(rules.cannot, { verdict: "left", subject: { type: "warehouse", id, label }, facts }));
  }
  return { decisions, replaces: ["wave:"] };
}

function waveOf({ warehouse, orders }: ServableOrders, { zones, heard }: Seen, settings: Settings, nowMs: number): Outcome["decisions"] {
  if (orders.length === 0) return [];
  const subject = { type: "warehouse" as const, ...warehouse };
  const oldestWaitsMinutes = Math.round(Math.max(0, nowMs - Math.min(...orders.map(({ placedAt }) => placedAt))) / minuteMs);
  const asked = heard.find((one) => one.type === "wave-wanted" && one.body.warehouseId === warehouse.id);
  const isDue = asked !== undefined || orders.length >= settings.waveOrders || oldestWaitsMinutes >= settings.waveWaitMinutes;
  const standing = { waiting: orders.length, oldestWaitsMinutes };
  if (!isDue) {
    const facts = { ...standing, least: settings.waveOrders, mostMinutes: settings.waveWaitMinutes };
    return [conclude(rules.waits, { verdict: "left", subject, facts })];
  }
  const wave = orders.slice(0, settings.mostOrdersPerWave);
  const walks = estimateWalks(
    zones.filter((zone) => zone.warehouse.id === warehouse.id),
    wave,
    { ordersPerWalk: settings.ordersPerWalk, nowMs },
  );
  const facts = {
    ...standing,
    orders: wave.length,
    lines: wave.reduce((sum, { lines }) => sum + lines.length, 0),
    ...walks,
    askedBy: asked?.from ?? "",
  };
  const proposal = {
    key: `wave:${warehouse.id}`,
    call: { tool: "release-orders" as const, input: { warehouseId: warehouse.id, orderIds: wave.map(({ id }) => id) } },
    effect: { orders: wave.length, ...walks },
    group: null,
    validForMs,
  };
  return [conclude(rules.release, { verdict: "proposed", subject, facts, proposal })];
}

type Walks = { walks: number; metresTogether: number; metresOneByOne: number; metresSaved: number };

/** Walked together and one order after the other, over all zones whose bins have places. An order is taken to one zone for a line. */
type Walked = { ordersPerWalk: number; nowMs: number };

function estimateWalks(zones: readonly SeenZone[], wave: readonly DemandOrder[], { ordersPerWalk, nowMs }: Walked): Walks {
  const sum = { walks: 0, metresTogether: 0, metresOneByOne: 0 };
  const found = new Set<string>();
  for (const zone of zones) {
    const plan = drawFloor(zone.bins);
    if (plan === undefined) continue;
    const wanted = [...new Set(wave.flatMap(({ lines }) => lines.flatMap(({ variantId }) => variantId ?? [])))].filter(
      (sku) => !found.has(sku),
    );
    const placeOf = new Map<string, Place>();
    for (const { sku, binId } of goodsOf(zone, plan, wanted, { nowMs, leastMs: 0 })) {
      const place = plan.places.get(binId);
      if (place !== undefined) placeOf.set(sku, place);
    }
    for (const sku of placeOf.keys()) found.add(sku);
    const orders = wave.flatMap(({ id, lines }) => {
      const picks = lines.flatMap(({ variantId }) => placeOf.get(variantId ?? "") ?? []);
      return picks.length === 0 ? [] : [{ id, size: 1, picks }];
    });
    if (orders.length === 0) continue;
    const problem = { ...plan.floor, capacity: ordersPerWalk, orders, routing: "exact" as const, timeMs: solverMs, seed: 1 };
    const { batches, length } = solveBatch(problem, countingClock(solverLooks, solverMs));
    sum.walks += batches.length;
    sum.metresTogether += length;
    sum.metresOneByOne += orders.reduce((metres, { picks }) => metres + walkLength(plan.floor, picks), 0);
  }
  const { walks, metresTogether, metresOneByOne } = sum;
  return {
    walks,
    metresTogether: rounded(metresTogether),
    metresOneByOne: rounded(metresOneByOne),
    metresSaved: rounded(Math.max(0, metresOneByOne - metresTogether)),
  };
}
