import { compareShares, type Share } from "../compare-shares.ts";
import { changeOfShare, type Detector } from "../finding.ts";
import { rowIn, type Tally } from "../tally.ts";

const leastSeen = 8;
const leastDifference = 0.02;
const leastTimes = 1.3;

/** Reasons to hesitate that show in more sessions than they did before. */
export const hesitations: Detector = ({ now, history }) => {
  const candidates = Object.entries(now.hesitations.rows).flatMap(([reason, row]) => {
    const shareIn = (tally: Tally): Share => ({ part: rowIn(tally.hesitations.rows, reason)?.count ?? 0, of: tally.sessions });
    const parts = history.parts.map(shareIn);
    if (history.total.sessions === 0) return [];
    const missing = { now: now.hesitations.lost, before: history.total.hesitations.lost };
    const compared = compareShares(shareIn(now), parts, missing);
    const difference = compared.now - compared.before;
    return [
      {
        kind: "hesitation" as const,
        key: `reason:${reason}`,
        facts: { reason, beforePerMille: Math.round(1_000 * compared.before) },
        support: row.count,
        outOf: now.sessions,
        p: compared.pHigher,
        effectPerMille: Math.round(1_000 * difference),
        changePercent: changeOfShare(compared.now, history.previous && shareIn(history.previous)),
        excess: Math.round(row.count - compared.expected),
        interactionIds: row.examples,
        matters: row.count >= leastSeen && difference >= leastDifference && compared.now >= leastTimes * compared.before,
      },
    ];
  });
  return { candidates, untold: 0 };
};
