import type { AnalysisPoint, AnalysisResult } from "./result.ts";

export type AnalysisDifference = {
  scoreBefore: number;
  scoreNow: number;
  /** Found before and no more. */
  solved: AnalysisPoint[];
  /** Keys of points that were not there before. */
  added: string[];
};

/** What changed from one analysis to the next. Two models never word a point alike: only what rules found is compared. */
export function compareAnalyses(before: AnalysisResult, now: AnalysisResult): AnalysisDifference {
  const byRules = ({ points }: AnalysisResult) => points.filter(({ source }) => source === "rules");
  const known = new Set(byRules(before).map(({ key }) => key));
  const standing = new Set(byRules(now).map(({ key }) => key));
  return {
    scoreBefore: before.score,
    scoreNow: now.score,
    solved: byRules(before).filter(({ key }) => !standing.has(key)),
    added: [...standing].filter((key) => !known.has(key)),
  };
}
