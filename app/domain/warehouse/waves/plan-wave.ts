import { solveBatch } from "../solvers/batching/solve-batch.ts";
import type { Now } from "../solvers/time-limit.ts";
import type { Batching } from "./batching.ts";
import { type FloorBin, walkPast, type ZoneFloor, zoneFloorOf } from "./zone-floor.ts";

export type WaveZone = { id: string; name: string; bins: readonly FloorBin[] };
/** `stops`: where its goods lie, each place once. `litres` is null where the size of some goods is not known. */
export type WaveOrder = { id: string; stops: readonly { zoneId: string; binId: string }[]; litres: number | null };
export type PlannedBatch = { orderIds: string[]; stops: number; metres: number | null; litres: number | null };
export type PlannedWave = {
  batches: PlannedBatch[];
  metres: number | null;
  oneByOneMetres: number | null;
  /** Zones of which nobody knows where their bins lie: there, bins are walked in their order. */
  unplacedZones: string[];
  /** Orders of unknown size: where batches go by volume, each is one of its own. */
  unmeasured: string[];
};

/** A page waits for it. */
const searchMs = 200;

/** Which orders, the oldest promise first, are walked together, how far that is, and how far it would be one by one. */
export function planWave(zones: readonly WaveZone[], orders: readonly WaveOrder[], batching: Batching, now: Now): PlannedWave {
  const house = new House(zones, now);
  const groups = batching.kind === "each" ? orders.map((order) => [order]) : house.batched(orders, batching);
  const turnOf = new Map(orders.map(({ id }, index) => [id, index]));
  const first = (group: readonly WaveOrder[]) => Math.min(...group.map(({ id }) => turnOf.get(id) ?? 0));
  const batches = groups.toSorted((a, b) => first(a) - first(b)).map((group) => house.describe(group));
  return {
    batches,
    metres: sumOf(batches.map(({ metres }) => metres)),
    oneByOneMetres: sumOf(orders.map((order) => house.describe([order]).metres)),
    unplacedZones: house.unplaced(orders),
    unmeasured: batching.kind === "litres" ? orders.filter(({ litres }) => litres === null).map(({ id }) => id) : [],
  };
}

/** Nothing is known of a sum of which a part is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

class House {
  readonly #zones: ReadonlyMap<string, WaveZone & { floor: ZoneFloor | undefined; binOf: ReadonlyMap<string, FloorBin> }>;
  readonly #now: Now;

  constructor(zones: readonly WaveZone[], now: Now) {
    this.#now = now;
    this.#zones = new Map(
      zones.map((zone) => [zone.id, { ...zone, floor: zoneFloorOf(zone.bins), binOf: new Map(zone.bins.map((bin) => [bin.id, bin])) }]),
    );
  }

  /** Orders that begin in one zone are batched there; its floor says which of them lie on one way. */
  batched(orders: readonly WaveOrder[], { kind, most }: Exclude<Batching, { kind: "each" }>): WaveOrder[][] {
    const sizeOf = ({ litres }: WaveOrder) => (kind === "orders" ? 1 : Math.min(most, litres ?? most));
    const groups = [...Map.groupBy(orders, mainZoneOf)];
    return groups.flatMap(([zoneId, own]) => {
      const floor = this.#zones.get(zoneId)?.floor;
      if (floor === undefined) return filledInTurn(own, sizeOf, most);
      const asked = own.map((order) => ({
        id: order.id,
        size: sizeOf(order),
        picks: order.stops.filter((stop) => stop.zoneId === zoneId).map(({ binId }) => floor.placeOf(binId)),
      }));
      const timeMs = searchMs / groups.length;
      const answer = solveBatch({ ...floor.floor, orders: asked, capacity: most, routing: "exact", timeMs, seed: 1 }, this.#now);
      return answer.batches.map((ids) => own.filter(({ id }) => ids.includes(id)));
    });
  }

  describe(group: readonly WaveOrder[]): PlannedBatch {
    const stops = [...new Map(group.flatMap((order) => order.stops).map((stop) => [`${stop.zoneId} ${stop.binId}`, stop])).values()];
    const metres = [...Map.groupBy(stops, ({ zoneId }) => zoneId)].map(([zoneId, own]) => {
      const zone = this.#zones.get(zoneId);
      const bins = own.flatMap(({ binId }) => zone?.binOf.get(binId) ?? []);
      return walkPast(bins, zone?.floor, this.#now).metres;
    });
    return {
      orderIds: group.map(({ id }) => id),
      stops: stops.length,
      metres: sumOf(metres),
      litres: sumOf(group.map(({ litres }) => litres)),
    };
  }

  unplaced(orders: readonly WaveOrder[]): string[] {
    const used = new Set(orders.flatMap(({ stops }) => stops.map(({ zoneId }) => zoneId)));
    return [...this.#zones.values()].filter(({ id, floor }) => used.has(id) && floor === undefined).map(({ name }) => name);
  }
}

/** Where most of it lies. */
function mainZoneOf({ stops }: WaveOrder): string {
  const counts = [...Map.groupBy(stops, ({ zoneId }) => zoneId)].map(([zoneId, own]) => ({ zoneId, count: own.length }));
  return counts.toSorted((a, b) => b.count - a.count || (a.zoneId < b.zoneId ? -1 : 1))[0]?.zoneId ?? "";
}

function filledInTurn(orders: readonly WaveOrder[], sizeOf: (order: WaveOrder) => number, most: number): WaveOrder[][] {
  const batches: WaveOrder[][] = [];
  let room = 0;
  for (const order of orders) {
    const size = sizeOf(order);
    if (size > room) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(order);
    room -= size;
  }
  return batches;
}
