import { z } from "zod";
import { isSuspicious } from "../ai/suspicious.ts";
import type { TextField } from "../channels/remote.ts";
import { objectionTo } from "./check-text.ts";
import type { AnalysisFacts } from "./facts.ts";
import { contactData } from "./marketplace-texts.ts";
import { type ModelAnalysis, modelAnalysisSchema } from "./prompts/analyse.ts";
import type { AnalysisPoint, AnalysisResult, LeftOut, PointEvidence, Rewrite } from "./result.ts";

const mostTitles = 3;

/** One place where a quote may come from. */
type Passage = { kind: PointEvidence["kind"]; ref: string; text: string };

function passagesOf({ listing, product, reviews, questions }: AnalysisFacts): Passage[] {
  const field = (ref: string, text: string | number): Passage => ({ kind: "field", ref, text: String(text) });
  return [
    field("title", listing.title),
    field("description", listing.description ?? ""),
    ...listing.attributes.map(({ name, value }) => field(name, `${name}: ${value}`)),
    ...listing.attributes.map(({ name, value }) => field(name, value)),
    ...(product === null ? [] : [{ kind: "product" as const, ref: "title", text: product.title }]),
    ...(product?.attributes ?? []).map(({ name, value }) => ({ kind: "product" as const, ref: name, text: `${name}: ${value}` })),
    ...reviews.map(({ id, text }) => ({ kind: "review" as const, ref: id, text })),
    ...questions.flatMap(({ id, text, answer }) => [text, answer ?? ""].map((one) => ({ kind: "question" as const, ref: id, text: one }))),
    ...(listing.quality?.issues ?? []).map(({ key, text }) => ({ kind: "vendor" as const, ref: key, text })),
    field("pictures", listing.pictures),
    field("price", listing.priceCents),
    { kind: "figure", ref: "visits30d", text: String(listing.visits30d ?? "") },
    { kind: "figure", ref: "units30d", text: String(listing.units30d) },
  ];
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().toLowerCase();
}

type ModelPoint = ModelAnalysis["points"][number];

/** A point of a model as one of ours, when its quote really stands in what it was given. */
export function checkPoint({ area, severity, text, quote }: ModelPoint, facts: AnalysisFacts): AnalysisPoint | LeftOut {
  const dropped = (reason: LeftOut["reason"], detail = ""): LeftOut => ({ what: "point", text, reason, detail });
  if (isSuspicious(text)) return dropped("order-inside");
  const contact = contactData(text);
  if (contact !== null) return dropped("contact-data", contact);
  const wanted = flat(quote);
  const found = passagesOf(facts).find((passage) =>
    wanted.length < 4 ? flat(passage.text) === wanted : flat(passage.text).includes(wanted),
  );
  if (found === undefined) return dropped("no-evidence", quote);
  const evidence = [{ kind: found.kind, ref: found.ref, quote }];
  return { key: `model:${flat(text)}`.slice(0, 80), area, severity, source: "model", rule: null, facts: {}, text, evidence, change: null };
}

export function isLeftOut(one: AnalysisPoint | LeftOut): one is LeftOut {
  return "reason" in one;
}

/** What rules found stays; what a model adds and writes is taken as far as it holds. */
export function mergeModel(byRules: AnalysisResult, answer: ModelAnalysis, facts: AnalysisFacts): AnalysisResult {
  const checked = answer.points.map((one) => checkPoint(one, facts));
  const texts = rewritesOf(answer, facts);
  const titles = [...texts.titles, ...byRules.titles.filter(({ text }) => !texts.titles.some((one) => one.text === text))].slice(
    0,
    mostTitles,
  );
  const description = texts.description ?? byRules.description;
  return {
    ...byRules,
    points: [
      ...byRules.points.map((one) => withBest(one, { titles, description })),
      ...checked.flatMap((one) => (isLeftOut(one) ? [] : [one])),
    ],
    titles,
    description,
    leftOut: [...texts.leftOut, ...checked.flatMap((one) => (isLeftOut(one) ? [one] : []))],
  };
}

/** What a point offers to apply is the best text there is. */
function withBest(point: AnalysisPoint, { titles, description }: Pick<AnalysisResult, "titles" | "description">): AnalysisPoint {
  const { change } = point;
  if (change?.kind === "title") return { ...point, change: { ...change, text: titles[0]?.text ?? change.text } };
  return change?.kind === "description" ? { ...point, change: { ...change, text: description?.text ?? change.text } } : point;
}

type Checked = { titles: Rewrite[]; description: Rewrite | null; leftOut: LeftOut[] };

function rewritesOf(answer: Pick<ModelAnalysis, "titles" | "description">, facts: AnalysisFacts): Checked {
  const leftOut: LeftOut[] = [];
  const take = (field: TextField, text: string): Rewrite[] => {
    const objection = objectionTo(field, text, facts);
    if (objection === null) return [{ text, source: "model" }];
    leftOut.push({ what: field, text: text.slice(0, 300), ...objection });
    return [];
  };
  const titles = [...new Set(answer.titles.map((title) => title.trim()))].flatMap((title) => take("title", title));
  const wanted = answer.description.trim();
  const [description] = wanted === "" ? [] : take("description", wanted);
  return { titles: titles.slice(0, mostTitles), description: description ?? null, leftOut };
}

const growing = z.object({ points: z.array(z.unknown()) });

/** Points of an answer that is still being written; the last one may be half of itself. */
export function pointsSoFar(partial: unknown): ModelPoint[] {
  const parsed = growing.safeParse(partial);
  if (!parsed.success) return [];
  return parsed.data.points.slice(0, -1).flatMap((one) => modelAnalysisSchema.shape.points.element.safeParse(one).data ?? []);
}
