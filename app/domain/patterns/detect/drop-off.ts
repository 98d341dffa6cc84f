import { compareShares, type Comparison, type Share } from "../compare-shares.ts";
import { type Candidate, changeOfShare, type Detector, type Look, type Tried } from "../finding.ts";
import { funnelStages, rowIn, type Tally } from "../tally.ts";

const leastReached = 20;
const leastLeft = 8;
const leastDifference = 0.1;

type Place = { key: string; name: string; at: number; share: Share; parts: Share[]; last: Share | undefined; examples: string[] };

/**
 * Where more leave than did before. While there is nothing before, steps of checkout are held against each other: one that loses
 * more than all the others is worth knowing at once.
 */
export const dropOffs: Detector = (look) => {
  const steps = stepsOf(look);
  // What happens in checkout is told by its steps, if the shop names any.
  const stages = stagesOf(look).filter(({ name }) => name !== "checkout" || steps.length === 0);
  const candidates = [...stages, ...steps].flatMap((place) => againstBefore(place));
  const alone = steps.filter(({ parts }) => parts.length === 0);
  const others = alone.length < 2 ? [] : alone.flatMap((place) => againstOthers(place, alone));
  return { candidates: [...candidates, ...others], untold: 0 } satisfies Tried;
};

function againstBefore({ share, parts, last, ...place }: Place): Candidate[] {
  if (parts.length === 0 || share.of < leastReached) return [];
  const compared = compareShares(share, parts);
  return [
    candidateOf(place, share, compared, {
      against: "before",
      changePercent: changeOfShare(compared.now, last),
    }),
  ];
}

function againstOthers({ share, ...place }: Place, all: readonly Place[]): Candidate[] {
  if (share.of < leastReached) return [];
  const others = all.filter(({ key }) => key !== place.key).map((one) => one.share);
  return [candidateOf(place, share, compareShares(share, others), { against: "other-steps", changePercent: null })];
}

function candidateOf(
  { key, name, at, examples }: Pick<Place, "key" | "name" | "at" | "examples">,
  { part, of }: Share,
  compared: Comparison,
  { against, changePercent }: { against: string; changePercent: number | null },
): Candidate {
  const difference = compared.now - compared.before;
  return {
    kind: "drop-off",
    key,
    facts: {
      place: key.startsWith("step:") ? "step" : "stage",
      name,
      at,
      against,
      left: part,
      reached: of,
      beforePerMille: Math.round(1_000 * compared.before),
    },
    support: part,
    outOf: of,
    p: compared.pHigher,
    effectPerMille: Math.round(1_000 * difference),
    changePercent,
    excess: Math.round(part - compared.expected),
    interactionIds: examples,
    matters: part >= leastLeft && difference >= leastDifference,
  };
}

function stepsOf({ now, history }: Look): Place[] {
  return Object.entries(now.steps.rows).map(([name, row]) => {
    const shareIn = (tally: Tally): Share => {
      const known = rowIn(tally.steps.rows, name);
      return { part: known?.left ?? 0, of: known?.count ?? 0 };
    };
    return { key: `step:${name}`, name, at: row.at, share: shareIn(now), ...beforeOf(history, shareIn), examples: row.examples };
  });
}

function stagesOf({ now, history }: Look): Place[] {
  return funnelStages.slice(0, -1).map((name, at) => {
    const shareIn = ({ reached }: Tally): Share => ({ part: (reached[at] ?? 0) - (reached[at + 1] ?? 0), of: reached[at] ?? 0 });
    return {
      key: `stage:${name}`,
      name,
      at,
      share: shareIn(now),
      ...beforeOf(history, shareIn),
      examples: now.stopped[at] ?? [],
    };
  });
}

function beforeOf({ parts, previous }: Look["history"], shareIn: (tally: Tally) => Share): Pick<Place, "parts" | "last"> {
  const told = parts.map(shareIn).filter(({ of }) => of > 0);
  const isEnough = told.reduce((sum, { of }) => sum + of, 0) >= leastReached;
  return { parts: isEnough ? told : [], last: previous && shareIn(previous) };
}
