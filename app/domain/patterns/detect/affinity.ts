import { hypergeometricTail } from "#app/platform/exact-tests.ts";
import { changeOf, type Detector } from "../finding.ts";
import { pairKey, rowIn, type Tally } from "../tally.ts";

/** Of the products that are taken most: pairs grow with the square, and each that is tried makes chance likelier. */
const mostProducts = 60;
const leastTaken = 5;
const leastTogether = 5;
const leastLift = 2;

/** Products that go into one basket more often than two that have nothing to do with each other. */
export const affinities: Detector = ({ now, history }) => {
  const last = history.previous;
  const taken = Object.entries(now.products.rows)
    .filter(([, { carts }]) => carts >= leastTaken)
    .toSorted(([key, one], [otherKey, other]) => other.carts - one.carts || (key < otherKey ? -1 : 1))
    .slice(0, mostProducts);
  const pairs = taken.flatMap((one, place) => taken.slice(place + 1).map((other) => [one, other] as const));
  const candidates = pairs.flatMap(([[key, one], [otherKey, other]]) => {
    const pair = pairKey(key, otherKey);
    const row = rowIn(now.pairs.rows, pair);
    if (row === undefined) return [];
    const expected = (one.carts * other.carts) / now.baskets;
    const lift = row.count / expected;
    return [
      {
        kind: "affinity" as const,
        key: `pair:${pair}`,
        facts: {
          firstKey: key,
          firstName: one.name,
          firstId: one.productId,
          secondKey: otherKey,
          secondName: other.name,
          secondId: other.productId,
          firstBaskets: one.carts,
          secondBaskets: other.carts,
        },
        support: row.count,
        outOf: now.baskets,
        p: hypergeometricTail({ found: row.count, drawn: one.carts, marked: other.carts, all: now.baskets }),
        effectPerMille: Math.round(1_000 * lift),
        changePercent: last === undefined ? null : changeOf(row.count / now.baskets, shareIn(last, pair)),
        excess: Math.round(row.count - expected),
        interactionIds: row.examples,
        matters: row.count >= leastTogether && lift >= leastLift,
      },
    ];
  });
  return { candidates, untold: pairs.length - candidates.length };
};

function shareIn({ pairs, baskets }: Tally, pair: string): number {
  return baskets === 0 ? 0 : (rowIn(pairs.rows, pair)?.count ?? 0) / baskets;
}
