import type { Proposal } from "./outcome.ts";

type Standing = { id: string; key: string; state: string; call: unknown };

/** What becomes of an agent's open proposals after it looked again. */
export type Reconciled<Made extends { proposal: Proposal }> = {
  /** To be proposed anew. */
  fresh: Made[];
  /** Open already and the same: it stays, as it is seen now. */
  kept: { standing: Standing; made: Made }[];
  /** No longer seen like that. */
  withdrawn: Standing[];
  /** On their way already: not proposed a second time. */
  underWay: { standing: Standing; made: Made }[];
};

export function reconcileProposals<Made extends { proposal: Proposal }>(
  standing: readonly Standing[],
  made: readonly Made[],
  replaces: readonly string[],
): Reconciled<Made> {
  const byKey = new Map(standing.map((one) => [one.key, one]));
  const result: Reconciled<Made> = { fresh: [], kept: [], withdrawn: [], underWay: [] };
  const seen = new Set<string>();
  for (const one of made) {
    const { key, call } = one.proposal;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = byKey.get(key);
    if (known === undefined) result.fresh.push(one);
    else if (known.state !== "open") result.underWay.push({ standing: known, made: one });
    else if (sameCall(known.call, call)) result.kept.push({ standing: known, made: one });
    else {
      result.withdrawn.push(known);
      result.fresh.push(one);
    }
  }
  const gone = standing.filter(({ key, state }) => state === "open" && !seen.has(key) && replaces.some((prefix) => key.startsWith(prefix)));
  result.withdrawn.push(...gone);
  return result;
}

function sameCall(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
