import { analysisAreas, type AnalysisArea, type AnalysisPoint, type AnalysisResult } from "./result.ts";

/** What each part counts for, in hundredths. Chances are offered, not counted. */
const weights: Record<AnalysisArea, number> = { title: 25, attributes: 20, photos: 15, description: 15, price: 15, service: 10, hacks: 0 };
const costs: Record<AnalysisPoint["severity"], number> = { wrong: 40, watch: 20, hint: 5 };

/** Counted from what rules found, and nothing else: a model can add to what is said, not to the number. */
export function scoreOf(points: readonly AnalysisPoint[]): Pick<AnalysisResult, "score" | "parts"> {
  const parts = analysisAreas.flatMap((area) => {
    if (weights[area] === 0) return [];
    const lost = points.filter((one) => one.area === area && one.source === "rules").reduce((sum, one) => sum + costs[one.severity], 0);
    return [{ area, score: Math.max(0, 100 - lost) }];
  });
  const whole = parts.reduce((sum, { area, score }) => sum + score * weights[area], 0);
  return { score: Math.round(whole / 100), parts };
}
