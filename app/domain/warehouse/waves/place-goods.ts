import { pickedFrom } from "../ledger/facts.ts";
import type { ZoneBin } from "../ports.ts";

type Wanted = { id: string; lines: readonly { sku: string; quantity: number }[] };
type Stocked = { id: string; bins: readonly ZoneBin[] };
export type Placed = { id: string; stops: { zoneId: string; binId: string }[]; isWhole: boolean };

/**
 * Where the goods of orders would be taken from, each unit once and the first order first: from the zone that has most of
 * it free, there bin by bin. Zones decide for themselves when they set goods aside, by expiry above all; this is for planning.
 */
export function placeGoods(zones: readonly Stocked[], orders: readonly Wanted[]): Placed[] {
  const places = zones.flatMap(({ id: zoneId, bins }) =>
    bins
      .filter(({ kind, isBlocked }) => pickedFrom.has(kind) && !isBlocked)
      .flatMap(({ id: binId, rank, lines }) =>
        lines
          .filter(({ status, qty, reserved }) => status === "available" && qty > reserved)
          .map(({ sku, qty, reserved }) => ({ zoneId, binId, rank, sku, free: qty - reserved })),
      ),
  );
  const bySku = Map.groupBy(places, ({ sku }) => sku);
  return orders.map(({ id, lines }) => {
    const stops = new Map<string, { zoneId: string; binId: string }>();
    let isWhole = true;
    for (const { sku, quantity } of lines) {
      const own = bySku.get(sku) ?? [];
      const inZone = (zoneId: string) => own.reduce((sum, place) => sum + (place.zoneId === zoneId ? place.free : 0), 0);
      let left = quantity;
      for (const place of own.toSorted((a, b) => inZone(b.zoneId) - inZone(a.zoneId) || a.rank - b.rank || (a.binId < b.binId ? -1 : 1))) {
        const taken = Math.min(left, place.free);
        if (taken <= 0) continue;
        place.free -= taken;
        left -= taken;
        stops.set(`${place.zoneId} ${place.binId}`, { zoneId: place.zoneId, binId: place.binId });
      }
      if (left > 0) isWhole = false;
    }
    return { id, stops: [...stops.values()], isWhole };
  });
}
