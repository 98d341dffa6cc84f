import type { OrderLog } from "./order-log.ts";

/** The classic rule: what is asked for most often lies where a tour for it alone is shortest. */
export function mostVisitedNearest(log: OrderLog, walkToBin: Float64Array): Int32Array {
  const bins = [...walkToBin.keys()].toSorted((one, other) => (walkToBin[one] ?? 0) - (walkToBin[other] ?? 0));
  const binOf = new Int32Array(log.visits.length);
  skusByVisits(log).forEach((sku, index) => {
    binOf[sku] = bins[index] ?? 0;
  });
  return binOf;
}

function skusByVisits({ visits }: OrderLog): number[] {
  return [...visits.keys()].toSorted((one, other) => (visits[other] ?? 0) - (visits[one] ?? 0));
}

/**
 * Aisle after aisle, the nearest first, filled with what goes together: the most visited sku left, then always the one that shares
 * most tours with those already in the aisle, for as many tours as it is visited by.
 */
export function togetherInAisles(log: OrderLog, walkToBin: Float64Array, aisleOfBin: Int32Array): Int32Array {
  const binOf = new Int32Array(log.visits.length);
  const left = new Set(skusByVisits(log));
  for (const bins of binsByAisle(walkToBin, aisleOfBin)) {
    const shared = new Float64Array(log.visits.length);
    for (const bin of bins) {
      const sku = closest(left, shared, log.visits);
      if (sku === undefined) return binOf;
      left.delete(sku);
      binOf[sku] = bin;
      addShared(log, sku, shared);
    }
  }
  return binOf;
}

function binsByAisle(walkToBin: Float64Array, aisleOfBin: Int32Array): number[][] {
  const walk = (bin: number) => walkToBin[bin] ?? 0;
  const aisles = Map.groupBy(walkToBin.keys(), (bin) => aisleOfBin[bin] ?? 0);
  const mean = (bins: readonly number[]) => bins.reduce((sum, bin) => sum + walk(bin), 0) / bins.length;
  return [...aisles.values()]
    .toSorted((one, other) => mean(one) - mean(other))
    .map((bins) => bins.toSorted((one, other) => walk(one) - walk(other)));
}

function closest(left: ReadonlySet<number>, shared: Float64Array, visits: Float64Array): number | undefined {
  let best: { sku: number; worth: number } | undefined;
  for (const sku of left) {
    const worth = (shared[sku] ?? 0) + 0.2 * (visits[sku] ?? 0);
    if (best === undefined || worth > best.worth) best = { sku, worth };
  }
  return best?.sku;
}

function addShared(log: OrderLog, sku: number, shared: Float64Array): void {
  for (const index of log.ordersOf[sku] ?? []) {
    const order = log.orders[index];
    for (const other of order?.skus ?? []) shared[other] = (shared[other] ?? 0) + (order?.times ?? 0);
  }
}
