import { objectionTo } from "../check-text.ts";
import type { AnalysisFacts } from "../facts.ts";
import { analysisAreas, type AnalysisResult } from "../result.ts";
import type { LabelledListing } from "./testing/label.ts";
import { labelledListings } from "./testing/labelled-listings.ts";

type Analyser = (facts: AnalysisFacts) => AnalysisResult | Promise<AnalysisResult>;

/** Shares from 0 to 1. `keptFacts`: other texts without an objection. `rewritten`: listings with a faulty title that got another. */
type ListingScores = {
  listings: number;
  recall: number;
  precision: number;
  keptFacts: number;
  rewritten: number;
  suspiciousFound: number;
  suspiciousInVain: number;
};

/** What whoever answers has to reach before it may be trusted with a listing. */
export const listingThresholds = {
  recall: 0.9,
  precision: 0.85,
  keptFacts: 1,
  rewritten: 0.9,
  suspiciousFound: 1,
  suspiciousInVain: 0,
} as const;

/** Chances are no faults, and neither are hints. */
function faultsIn({ points }: AnalysisResult): Set<string> {
  return new Set(points.flatMap(({ area, severity }) => (area === "hacks" || severity === "hint" ? [] : [area])));
}

export async function evaluateListings(analyse: Analyser, set: readonly LabelledListing[] = labelledListings): Promise<ListingScores> {
  const judged = await Promise.all(set.map(async (one) => ({ ...one, result: await analyse(one.facts) })));
  const pairs = judged.flatMap(({ faults, result }) =>
    analysisAreas.map((area) => ({ isFault: faults.includes(area), isFound: faultsIn(result).has(area) })),
  );
  const texts = judged.flatMap(({ facts, result }) => [
    ...result.titles.map(({ text }) => objectionTo("title", text, facts)),
    ...(result.description === null ? [] : [objectionTo("description", result.description.text, facts)]),
  ]);
  // Where nothing is known of the goods, there is nothing to write.
  const badTitles = judged.filter(({ faults, facts }) => faults.includes("title") && facts.listing.attributes.length > 0);
  const isMarked = ({ result }: (typeof judged)[number]) => result.suspicious.length > 0;
  return {
    listings: judged.length,
    recall: share(
      pairs.filter(({ isFault }) => isFault),
      ({ isFound }) => isFound,
    ),
    precision: share(
      pairs.filter(({ isFound }) => isFound),
      ({ isFault }) => isFault,
    ),
    keptFacts: share(texts, (objection) => objection === null),
    rewritten: share(badTitles, ({ result }) => result.titles.length > 0),
    suspiciousFound: share(
      judged.filter(({ isSuspicious }) => isSuspicious),
      isMarked,
    ),
    suspiciousInVain: share(
      judged.filter(({ isSuspicious }) => !isSuspicious),
      isMarked,
    ),
  };
}

function share<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.length === 0 ? 1 : rows.filter((row) => holds(row)).length / rows.length;
}
