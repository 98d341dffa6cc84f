import type { LoggedLine } from "#app/domain/warehouse/fulfil/read-demand-log.server.ts";
import { byText, isServing, linesIn, type SeenZone } from "../shared/seen-zone.ts";

/** What orders asked of one zone. */
export type ZoneDemand = {
  zone: SeenZone;
  orders: string[][];
  unitsOf: ReadonlyMap<string, number>;
  openOf: ReadonlyMap<string, number>;
  days: number;
};

const dayMs = 86_400_000;

/**
 * Shares out what was ordered: to the zone it was taken from, or, where none was asked yet, to the one with most of it.
 * `days` is how many the log reaches back.
 */
export function shareDemand(zones: readonly SeenZone[], log: readonly LoggedLine[], nowMs: number): ZoneDemand[] {
  const homeOf = fullestZones(zones);
  const oldestMs = log.reduce((oldest, { placedAtMs }) => Math.min(oldest, placedAtMs), nowMs);
  const days = Math.max(1, (nowMs - oldestMs) / dayMs);
  const own = Map.groupBy(log, (line) => line.zoneId ?? homeOf.get(line.sku));
  return zones.map((zone) => demandOf(zone, own.get(zone.id) ?? [], days));
}

function demandOf(zone: SeenZone, lines: readonly LoggedLine[], days: number): ZoneDemand {
  const skusOf = new Map<string, Set<string>>();
  const [unitsOf, openOf] = [new Map<string, number>(), new Map<string, number>()];
  for (const { orderId, sku, quantity, isOpen } of lines) {
    const skus = skusOf.get(orderId) ?? new Set();
    skusOf.set(orderId, skus.add(sku));
    unitsOf.set(sku, (unitsOf.get(sku) ?? 0) + quantity);
    if (isOpen) openOf.set(sku, (openOf.get(sku) ?? 0) + quantity);
  }
  const orders = [...skusOf].toSorted(([one], [other]) => byText(one, other)).map(([, skus]) => [...skus].toSorted(byText));
  return { zone, orders, unitsOf, openOf, days };
}

function fullestZones(zones: readonly SeenZone[]): Map<string, string> {
  const best = new Map<string, { zoneId: string; units: number }>();
  for (const zone of zones) {
    const units = new Map<string, number>();
    for (const { sku, qty } of zone.bins.filter(isServing).flatMap(linesIn)) units.set(sku, (units.get(sku) ?? 0) + qty);
    for (const [sku, there] of units) if (there > (best.get(sku)?.units ?? 0)) best.set(sku, { zoneId: zone.id, units: there });
  }
  return new Map([...best].map(([sku, { zoneId }]) => [sku, zoneId]));
}
