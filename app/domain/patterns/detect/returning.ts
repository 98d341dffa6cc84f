import { compareShares, type Share } from "../compare-shares.ts";
import { changeOfShare, type Detector } from "../finding.ts";
import type { Tally } from "../tally.ts";

const leastSessions = 50;
const leastDifference = 0.05;

/** More, or fewer, of those who come have been here before. */
export const returning: Detector = ({ now, history }) => {
  const shareIn = (tally: Tally): Share => ({ part: tally.returning.count, of: tally.sessions });
  if (now.sessions < leastSessions || history.total.sessions < leastSessions) return { candidates: [], untold: 0 };
  const parts = history.parts.map(shareIn);
  const compared = compareShares(shareIn(now), parts);
  const difference = compared.now - compared.before;
  const candidate = {
    kind: "returning" as const,
    key: "returning",
    facts: { direction: difference > 0 ? "more" : "fewer", beforePerMille: Math.round(1_000 * compared.before) },
    support: now.returning.count,
    outOf: now.sessions,
    p: Math.min(1, 2 * Math.min(compared.pHigher, compared.pLower)),
    effectPerMille: Math.round(1_000 * difference),
    changePercent: changeOfShare(compared.now, history.previous && shareIn(history.previous)),
    excess: Math.round(now.returning.count - compared.expected),
    interactionIds: now.returning.examples,
    matters: Math.abs(difference) >= leastDifference,
  };
  return { candidates: [candidate], untold: 0 };
};
