import { hypergeometricTail } from "#app/platform/exact-tests.ts";
import { changeOf, type Detector, perMille } from "../finding.ts";
import { rowIn } from "../tally.ts";

const leastAsked = 5;
const leastShare = 0.5;

/** What people look for and do not find, more often than with everything else that is looked for. */
export const searchesInVain: Detector = ({ now, history }) => {
  const rows = Object.entries(now.searches.rows);
  const all = rows.reduce((sum, [, { count }]) => sum + count, 0);
  const marked = rows.reduce((sum, [, { empty }]) => sum + empty, 0);
  const last = history.previous;
  const candidates = rows.flatMap(([query, { count, empty, examples }]) => {
    if (count < leastAsked) return [];
    const rest = { asked: all - count, empty: marked - empty };
    const before = last === undefined ? undefined : rowIn(last.searches.rows, query);
    return [
      {
        kind: "search-in-vain" as const,
        key: `query:${query}`,
        facts: { query, othersPerMille: perMille(rest.empty, rest.asked), empty, asked: count },
        support: empty,
        outOf: count,
        // One more that was found, so that the only thing looked for can be compared with something.
        p: hypergeometricTail({ found: empty, drawn: count, marked, all: all + 1 }),
        effectPerMille: perMille(empty, count),
        changePercent: before === undefined ? null : changeOf(empty, before.empty),
        excess: Math.round(empty - (rest.asked === 0 ? 0 : (count * rest.empty) / rest.asked)),
        interactionIds: examples,
        matters: empty >= leastAsked && empty >= leastShare * count,
      },
    ];
  });
  return { candidates, untold: 0 };
};
