import { compareShares, type Share } from "../compare-shares.ts";
import { type Candidate, changeOfShare, type Detector } from "../finding.ts";
import { rowIn, type Tally } from "../tally.ts";

/** Chosen by what was seen now and before together, which says nothing about whether it moved. */
const leastViews = 20;
const mostTried = 200;
const leastTimes = 1.5;
const leastExcess = 8;

/** Products that a larger, or smaller, part of those who come look at than before: a day with many visitors lifts none of them. */
export const movingProducts: Detector = ({ now, history }) => {
  if (now.sessions === 0 || history.total.sessions === 0) return { candidates: [], untold: 0 };
  const keys = new Set([...Object.keys(now.products.rows), ...Object.keys(history.total.products.rows)]);
  const viewsOf = (key: string) => (rowIn(now.products.rows, key)?.count ?? 0) + (rowIn(history.total.products.rows, key)?.count ?? 0);
  const tried = [...keys]
    .map((key) => ({ key, views: viewsOf(key) }))
    .filter(({ views }) => views >= leastViews)
    .toSorted((one, other) => other.views - one.views || (one.key < other.key ? -1 : 1))
    .slice(0, mostTried);
  return { candidates: tried.map(({ key }) => candidateOf(key, now, history)), untold: 0 };
};

function candidateOf(key: string, now: Tally, history: Parameters<Detector>[0]["history"]): Candidate {
  const shareIn = (tally: Tally): Share => ({ part: rowIn(tally.products.rows, key)?.count ?? 0, of: tally.sessions });
  const parts = history.parts.map(shareIn);
  const share = shareIn(now);
  const compared = compareShares(share, parts, { now: now.products.lost, before: history.total.products.lost });
  const isRising = compared.now > compared.before;
  const row = rowIn(now.products.rows, key) ?? rowIn(history.total.products.rows, key);
  const times = isRising
    ? compared.now / Math.max(compared.before, Number.EPSILON)
    : compared.before / Math.max(compared.now, Number.EPSILON);
  const excess = Math.round(share.part - compared.expected);
  return {
    kind: isRising ? "rising" : "falling",
    key: `product:${key}`,
    facts: {
      productKey: key,
      productId: row?.productId ?? null,
      name: row?.name ?? key,
      beforePerMille: Math.round(1_000 * compared.before),
      expected: Math.round(compared.expected),
    },
    support: share.part,
    outOf: share.of,
    p: Math.min(1, 2 * Math.min(compared.pHigher, compared.pLower)),
    effectPerMille: compared.before === 0 ? 10_000 : Math.min(10_000, Math.round((1_000 * compared.now) / compared.before)),
    changePercent: changeOfShare(compared.now, history.previous && shareIn(history.previous)),
    excess,
    interactionIds: rowIn(now.products.rows, key)?.examples ?? [],
    matters: times >= leastTimes && Math.abs(excess) >= leastExcess,
  };
}
