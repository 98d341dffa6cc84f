import type { BatchMaker, BatchOrder } from "./batches.ts";
import type { TimeLimit } from "../time-limit.ts";

/** For every order the others that share most of its way, the likest first. */
export type Likeness = readonly (readonly number[])[];

/** This many pairs are measured; with more orders than that allows, only pairs that share most aisles. */
const mostPairs = 200_000;

export function likenessOf(maker: BatchMaker, aisleOfRank: Int32Array, limit: TimeLimit): Likeness {
  const { orders } = maker;
  const alone = orders.map((order) => maker.lengthWith(maker.empty, order));
  const perOrder = Math.max(20, Math.floor(mostPairs / Math.max(1, orders.length)));
  const aisles = orders.map(({ ranks }) => new Set(Array.from(ranks, (rank) => aisleOfRank[rank] ?? 0)));
  const batches = orders.map((_, index) => maker.of([index]));
  return orders.map((order, index) => {
    const others = closestByAisles(aisles, index, perOrder);
    const shared = (other: number) => sharedWay(maker, order, batches[other] ?? maker.empty, (alone[index] ?? 0) + (alone[other] ?? 0));
    // Late in the time even the order by aisles is good enough.
    if (limit.share() > 0.3) return others;
    return others
      .map((other) => ({ other, shared: shared(other) }))
      .toSorted((one, two) => two.shared - one.shared)
      .map(({ other }) => other);
  });
}

/** What going together saves, of all that both would walk alone. */
function sharedWay(
  maker: BatchMaker,
  order: BatchOrder,
  other: { members: readonly number[] } & Parameters<BatchMaker["lengthWith"]>[0],
  alone: number,
): number {
  return alone === 0 ? 1 : (alone - maker.lengthWith(other, order)) / alone;
}

function closestByAisles(aisles: readonly Set<number>[], index: number, count: number): number[] {
  const own = aisles[index] ?? new Set();
  const others = [...aisles.keys()].filter((other) => other !== index);
  if (others.length <= count) return others;
  const shares = Float64Array.from(aisles, (theirs) => commonShare(own, theirs));
  return others.toSorted((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0)).slice(0, count);
}

function commonShare(own: ReadonlySet<number>, theirs: ReadonlySet<number>): number {
  let common = 0;
  for (const aisle of theirs) if (own.has(aisle)) common += 1;
  return common / Math.max(1, own.size + theirs.size - common);
}
