import { weightedMean } from "./curve.ts";
import { totalOf } from "./score.ts";
import { partIds, partWeights, type Score, type ScorePart } from "./score-types.ts";

/** The score of a whole workspace: each part is the mean over its channels by units sold, and counts where any channel has it. */
export function combineScores(channels: readonly { units30d: number; score: Score }[]): Score {
  const parts = partIds.map((id): ScorePart => {
    const own = channels.flatMap(({ units30d, score }) => {
      const part = score.parts.find((one) => one.id === id);
      return part === undefined ? [] : [{ ...part, weight: Math.max(1, units30d) }];
    });
    const points = weightedMean(own.flatMap(({ points: value, weight }) => (value === null ? [] : [{ value, weight }]))) ?? null;
    const gap = points === null ? (own[0]?.gap ?? null) : null;
    return { id, weightBp: 0, points, gap, lines: [], losses: [] };
  });
  const sum = parts.reduce((total, { id, points }) => total + (points === null ? 0 : partWeights[id]), 0);
  const weighed = parts.map((part) => ({
    ...part,
    weightBp: part.points === null ? 0 : Math.round((partWeights[part.id] * 10_000) / sum),
  }));
  const score = totalOf(weighed);
  const gap = channels.length === 0 ? "no-channel" : "nothing-to-judge";
  return { score, gap: score === null ? gap : null, parts: weighed, headroom: [], outOfStockBp: null };
}
