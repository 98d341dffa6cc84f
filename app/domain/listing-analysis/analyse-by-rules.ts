import { findSuspicions } from "../ai/suspicious.ts";
import type { AnalysisFacts } from "./facts.ts";
import { attributePoints, descriptionPoints, photoPoints } from "./points/content-points.ts";
import { titlePoints } from "./points/title-points.ts";
import { hackPoints, pricePoints, servicePoints } from "./points/trade-points.ts";
import type { AnalysisResult, SuspiciousMark } from "./result.ts";
import { rewriteDescription } from "./rewrite-description.ts";
import { rewriteTitles } from "./rewrite-title.ts";
import { scoreOf } from "./score.ts";

/** Grows whenever the same listing may be judged otherwise. */
export const analysisRulesVersion = 1;

const order = { wrong: 0, watch: 1, hint: 2 };

/** The whole analysis from what we hold, with no model and no clock: the same facts get the same answer. */
export function analyseByRules(facts: AnalysisFacts): AnalysisResult {
  const titles = rewriteTitles(facts);
  const description = rewriteDescription(facts, titles[0] ?? facts.listing.title);
  const points = [
    ...titlePoints(facts, titles[0]),
    ...attributePoints(facts),
    ...photoPoints(facts),
    ...descriptionPoints(facts, description),
    ...pricePoints(facts),
    ...servicePoints(facts),
    ...hackPoints(facts),
  ].toSorted((one, other) => order[one.severity] - order[other.severity]);
  return {
    ...scoreOf(points),
    points,
    titles: titles.map((text) => ({ text, source: "rules" })),
    description: description === null ? null : { text: description, source: "rules" },
    leftOut: [],
    suspicious: suspiciousMarks(facts),
  };
}

const mostMarks = 20;

function suspiciousMarks({ listing, product, reviews, questions }: AnalysisFacts): SuspiciousMark[] {
  const texts: { where: SuspiciousMark["where"]; ref: string; text: string }[] = [
    { where: "title", ref: listing.id, text: listing.title },
    { where: "description", ref: listing.id, text: listing.description ?? "" },
    ...[...listing.attributes, ...(product?.attributes ?? [])].map(({ key, name, value }) => ({
      where: "attribute" as const,
      ref: key,
      text: `${name}: ${value}`,
    })),
    ...reviews.map(({ id, text }) => ({ where: "review" as const, ref: id, text })),
    ...questions.map(({ id, text }) => ({ where: "question" as const, ref: id, text })),
    ...(listing.quality?.issues ?? []).map(({ key, text }) => ({ where: "vendor" as const, ref: key, text })),
  ];
  return texts.flatMap(({ where, ref, text }) => findSuspicions(text).map((one) => ({ where, ref, ...one }))).slice(0, mostMarks);
}
