import { fullPoints } from "./curve.ts";
import { headroomOf } from "./headroom.ts";
import { judgedMetrics, outOfStockBp, type PartResult, qualityPart, reputationPart, servicePart, stockPricePart } from "./score-parts.ts";
import {
  type Gap,
  type Loss,
  type PartId,
  partIds,
  partWeights,
  type Score,
  type ScoreFacts,
  type ScoreLine,
  type ScorePart,
} from "./score-types.ts";

function gapOf(id: PartId, { reputation }: ScoreFacts): Gap {
  switch (id) {
    case "reputation":
      return reputation === null ? "no-reputation" : "no-sales";
    case "quality":
    case "service":
    case "stock-price":
      return `no-${id}`;
    default:
      return id satisfies never;
  }
}

/** The Super Seller Score of one channel. A part without input is left out, said so, and the others weigh more. */
export function scoreOf(facts: ScoreFacts): Score {
  const results: Record<PartId, PartResult> = {
    reputation: reputationPart(facts),
    quality: qualityPart(facts),
    service: servicePart(facts),
    "stock-price": stockPricePart(facts),
  };
  const counted = partIds.filter((id) => results[id] !== undefined);
  const weights = sharesOf(counted);
  const parts = partIds.map((id): ScorePart => {
    const result = results[id];
    const weightBp = weights.get(id) ?? 0;
    if (result === undefined) return { id, weightBp, points: null, gap: gapOf(id, facts), lines: [], losses: [] };
    return { id, weightBp, points: result.points, gap: null, lines: result.lines, losses: lossesOf(id, result, weightBp, facts) };
  });
  const headroom = headroomOf({ ...facts, metrics: judgedMetrics(facts) });
  const score = totalOf(parts);
  return { score, gap: score === null ? "nothing-to-judge" : null, parts, headroom, outOfStockBp: outOfStockBp(facts) ?? null };
}

/** Shares of the parts that are there, in basis points that add up to the whole. */
function sharesOf(counted: readonly PartId[]): Map<PartId, number> {
  const sum = counted.reduce((total, id) => total + partWeights[id], 0);
  const shares = new Map(counted.map((id) => [id, Math.floor((partWeights[id] * 10_000) / sum)]));
  const [first] = counted;
  const given = [...shares.values()].reduce((total, share) => total + share, 0);
  if (first !== undefined) shares.set(first, (shares.get(first) ?? 0) + 10_000 - given);
  return shares;
}

export function totalOf(parts: readonly Pick<ScorePart, "points" | "weightBp">[]): number | null {
  const counted = parts.flatMap(({ points, weightBp }) => (points === null ? [] : [{ points, weightBp }]));
  if (counted.length === 0) return null;
  return Math.round(counted.reduce((sum, { points, weightBp }) => sum + points * weightBp, 0) / 1_000_000);
}

/** Every lost point, the dearest first: whose it is, what it rests on and which advice wins it back. */
function lossesOf(id: PartId, { points, lines }: NonNullable<PartResult>, weightBp: number, facts: ScoreFacts): Loss[] {
  const lost = costOf(fullPoints - points, weightBp);
  if (lost === 0) return [];
  switch (id) {
    case "reputation": {
      const worst = lines.find((line) => line.points === points);
      return worst === undefined ? [] : [lossFrom(worst, lost, metricAdvice[worst.subject] ?? "metric-off-target")];
    }
    case "quality":
      return qualityLosses(lost, lines, facts);
    case "service":
    case "stock-price":
      return lines
        .filter((line) => line.points < fullPoints)
        .map((line) => lossFrom(line, costOf(Math.round((fullPoints - line.points) / lines.length), weightBp), lineAdvice[line.rule] ?? ""))
        .toSorted((one, other) => other.lost - one.lost);
    default:
      return id satisfies never;
  }
}

const metricAdvice: Record<string, string> = {
  claims: "claims-band-lost",
  cancellations: "cancellations-band-lost",
  delayed_handling_time: "delays-band-lost",
};
const lineAdvice: Partial<Record<ScoreLine["rule"], string>> = {
  "answer-time": "slow-answers",
  "waiting-questions": "questions-waiting",
  dispatch: "late-today",
  "out-of-stock": "out-of-stock-with-sales",
  "price-position": "losing-catalog-price",
};

function lossFrom({ rule, subject, evidence }: ScoreLine, lost: number, advice: string): Loss {
  return { rule, subject, lost, evidence, advice };
}

/** The listings that cost most by name, and the rest of them as one line, so that the sum is what was lost. */
function qualityLosses(lost: number, [line]: ScoreLine[], { quality }: ScoreFacts): Loss[] {
  const { units, listings } = quality;
  const named = quality.worst.flatMap((one): Loss[] => {
    const part =
      units > 0
        ? ((100 - one.score) * one.units) / (units * 100 - quality.scoreByUnits)
        : (100 - one.score) / (listings * 100 - quality.scoreSum);
    const own = Math.floor(lost * part);
    if (own <= 0) return [];
    const evidence = [
      { key: "qualityScore", value: one.score },
      { key: "units30d", value: one.units },
    ];
    return [{ rule: "listing-quality", subject: one.title, lost: own, evidence, advice: "low-score-high-sales" }];
  });
  const rest = lost - named.reduce((sum, loss) => sum + loss.lost, 0);
  return rest <= 0 || line === undefined ? named : [...named, lossFrom(line, rest, "low-score-high-sales")];
}

/** Hundredths of the whole score. */
function costOf(points: number, weightBp: number): number {
  return Math.round((points * weightBp) / 10_000);
}
