import { observedKind } from "./kinds.ts";
import { changeOfShare, type Finding, type Look, type PatternFacts, perMille } from "./finding.ts";
import { likelyShare } from "./likely-share.ts";
import { funnelStages, rowIn, type Tally } from "./tally.ts";

export const observedThings = ["ended", "search", "hesitation", "product"] as const;
export type ObservedThing = (typeof observedThings)[number];

/** Below this whatever is seen may be a handful of people. */
export const fewSessions = 30;

type Seen = { facts: PatternFacts; support: number; interactionIds: readonly string[]; supportIn: (tally: Tally) => number };

/**
 * What happened in a period, however few came: where they ended, what was looked for in vain, what held them back and what was
 * looked at. Only counted: none of it is among what is tried against chance, and it says nothing about anybody who did not come.
 */
export function describePeriod({ now, history }: Look): Finding[] {
  if (now.sessions === 0) return [];
  return observedThings.flatMap((thing) => {
    const seen = look[thing](now);
    return seen === undefined ? [] : [observationOf(thing, seen, now, history.previous)];
  });
}

function observationOf(thing: ObservedThing, seen: Seen, { sessions }: Tally, previous: Tally | undefined): Finding {
  const { facts, support, interactionIds, supportIn } = seen;
  const { low, high } = likelyShare(support, sessions);
  const share = support / sessions;
  return {
    kind: observedKind,
    key: thing,
    facts: { about: thing, ...facts, lowPerMille: Math.round(1_000 * low), highPerMille: Math.round(1_000 * high) },
    support,
    outOf: sessions,
    confidencePerMille: 0,
    effectPerMille: perMille(support, sessions),
    changePercent: changeOfShare(share, previous && { part: supportIn(previous), of: previous.sessions }),
    excess: 0,
    interactionIds: [...interactionIds],
  };
}

const look: Record<ObservedThing, (tally: Tally) => Seen | undefined> = {
  ended: whereTheyEnded,
  search: lookedForInVain,
  hesitation: whatHeldThemBack,
  product: lookedAt,
};

function whereTheyEnded(tally: Tally): Seen | undefined {
  const place = mostOf(
    funnelStages.map((stage, at) => ({ stage, at, count: endedIn(tally, at) })),
    // As many at two places: where they came further says more.
    (one) => [one.count, one.at],
  );
  if (place === undefined || place.count === 0) return undefined;
  const step = place.stage === "checkout" ? leftMost(tally) : undefined;
  return {
    facts: { stage: place.stage, step: step?.name ?? null, stepLeft: step?.left ?? null },
    support: place.count,
    interactionIds: tally.stopped[place.at] ?? [],
    supportIn: (other) => endedIn(other, place.at),
  };
}

function endedIn({ reached }: Tally, at: number): number {
  return (reached[at] ?? 0) - (reached[at + 1] ?? 0);
}

function leftMost({ steps }: Tally): { name: string; left: number } | undefined {
  const rows = Object.entries(steps.rows).flatMap(([name, { left, at }]) => (left > 0 ? [{ name, left, at }] : []));
  return mostOf(rows, ({ left, at }) => [left, at]);
}

function lookedForInVain({ searches }: Tally): Seen | undefined {
  const rows = Object.entries(searches.rows).flatMap(([query, row]) => (row.empty > 0 ? [{ query, ...row }] : []));
  const most = mostOf(rows, ({ empty, count }) => [empty, -count]);
  return (
    most && {
      facts: { query: most.query, asked: most.count },
      support: most.empty,
      interactionIds: most.examples,
      supportIn: (other) => rowIn(other.searches.rows, most.query)?.empty ?? 0,
    }
  );
}

function whatHeldThemBack({ hesitations }: Tally): Seen | undefined {
  const rows = Object.entries(hesitations.rows).map(([reason, row]) => ({ reason, ...row }));
  const most = mostOf(rows, ({ count }) => [count]);
  return (
    most && {
      facts: { reason: most.reason },
      support: most.count,
      interactionIds: most.examples,
      supportIn: (other) => rowIn(other.hesitations.rows, most.reason)?.count ?? 0,
    }
  );
}

function lookedAt({ products }: Tally): Seen | undefined {
  const rows = Object.entries(products.rows).map(([key, row]) => ({ key, ...row }));
  const most = mostOf(rows, ({ count, orders, carts }) => [count, orders, carts]);
  return (
    most && {
      facts: { productKey: most.key, productId: most.productId, name: most.name, carts: most.carts, orders: most.orders },
      support: most.count,
      interactionIds: most.examples,
      supportIn: (other) => rowIn(other.products.rows, most.key)?.count ?? 0,
    }
  );
}

/** The one with the largest measures, compared one after the other; of equals the first. */
function mostOf<Row>(rows: readonly Row[], measuresOf: (row: Row) => readonly number[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (most, row) => (most === undefined || isMore(measuresOf(row), measuresOf(most)) ? row : most),
    undefined,
  );
}

function isMore(ones: readonly number[], others: readonly number[]): boolean {
  for (const [place, one] of ones.entries()) {
    const other = others[place] ?? 0;
    if (one !== other) return one > other;
  }
  return false;
}
