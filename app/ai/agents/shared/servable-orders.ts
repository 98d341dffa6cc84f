import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { freeUnits, isServing, type SeenZone } from "./seen-zone.ts";

export type ServableOrders = { warehouse: SeenZone["warehouse"]; orders: DemandOrder[] };

/**
 * Which warehouse can serve which order as things lie now, the order promised first before the others. What one takes is
 * gone for the next; what no warehouse has whole is served by none.
 */
export function servableOrders(zones: readonly SeenZone[], waiting: readonly DemandOrder[]): ServableOrders[] {
  const places = [...Map.groupBy(zones, ({ warehouse }) => warehouse.id).values()].flatMap((own) =>
    own[0] === undefined ? [] : [{ warehouse: own[0].warehouse, free: freeBySku(own), orders: [] as DemandOrder[] }],
  );
  const seen = new Set<string>();
  for (const order of waiting) {
    if (order.hindrance !== null || seen.has(order.id)) continue;
    seen.add(order.id);
    const wanted = unitsBySku(order);
    const place = wanted === undefined ? undefined : places.find(({ free }) => hasAll(free, wanted));
    if (place === undefined || wanted === undefined) continue;
    for (const [sku, units] of wanted) place.free.set(sku, (place.free.get(sku) ?? 0) - units);
    place.orders.push(order);
  }
  return places.map(({ warehouse, orders }) => ({ warehouse, orders }));
}

function freeBySku(zones: readonly SeenZone[]): Map<string, number> {
  const free = new Map<string, number>();
  for (const line of zones.flatMap(({ bins }) => bins.filter(isServing).flatMap(({ lines }) => lines))) {
    free.set(line.sku, (free.get(line.sku) ?? 0) + freeUnits(line));
  }
  return free;
}

/** Undefined for an order of something that is no product here. */
function unitsBySku({ lines }: DemandOrder): Map<string, number> | undefined {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    if (variantId === null) return undefined;
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  }
  return wanted.size === 0 ? undefined : wanted;
}

function hasAll(free: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): boolean {
  return [...wanted].every(([sku, units]) => (free.get(sku) ?? 0) >= units);
}
