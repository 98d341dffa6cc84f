import * as z from "zod/mini";
import { actions } from "../accounts/permissions.ts";
import type { Answered } from "../metrics/answer.ts";
import { comparisons, dimensionIds, grains, metricIds, metricUnits, refusalReasons } from "../metrics/kinds.ts";
import type { Explanation, MetricColumn, MetricResult } from "../metrics/result.ts";
import type { MetricQuery } from "../metrics/schemas.ts";
import { type AnswerPart, type Attachment, specialists } from "./parts.ts";

// What an answer looks like on a wire and in storage. Pages read it, so it is made of the small kind of schemas.

const text = z.string();
const texts = z.array(text);
const number = z.number();
const rolling = z.object({ kind: z.enum(["last", "this", "next"]), count: number, unit: z.enum(grains), includesCurrent: z.boolean() });
const when = z.object({ from: text, to: text, rolling: z.nullable(rolling) });
const filter = z.object({ dimension: z.enum(dimensionIds), values: texts, labels: texts, isNot: z.boolean() });

const metricQueryFields = {
  metric: z.enum(metricIds),
  by: z.array(z.enum(dimensionIds)),
  where: z.array(filter),
  grain: z.nullable(z.enum(grains)),
  when: z.nullable(when),
  compare: z.enum(comparisons),
  having: z.nullable(z.object({ atLeast: z.optional(number), atMost: z.optional(number) })),
  order: z.nullable(z.object({ by: z.enum(["value", "change", "label", "time"]), isDescending: z.boolean() })),
  limit: number,
};
const metricQuery: z.ZodMiniType<MetricQuery> = z.object(metricQueryFields);

export const askedQueryShape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("metric"), ...metricQueryFields }),
  z.object({ type: z.literal("why"), ...metricQueryFields }),
  z.object({ type: z.literal("search"), text, when: z.nullable(when) }),
  z.object({ type: z.literal("find"), text }),
]);

const column: z.ZodMiniType<MetricColumn> = z.union([
  z.object({
    key: z.enum(["value", "compared"]),
    kind: z.literal("value"),
    metric: z.enum(metricIds),
    unit: z.enum(metricUnits),
    currency: z.nullable(text),
  }),
  z.object({ key: z.literal("time"), kind: z.literal("time"), grain: z.enum(grains) }),
  z.object({ key: z.literal("change"), kind: z.literal("change") }),
  z.object({ key: z.literal("currency"), kind: z.literal("currency") }),
  z.object({ key: text, kind: z.literal("dimension"), dimension: z.enum(dimensionIds) }),
]);
const row = z.record(text, z.union([text, number, z.null()]));
const stretch = z.object({ from: text, to: text });

const result: z.ZodMiniType<MetricResult> = z.object({
  query: metricQuery,
  columns: z.array(column),
  rows: z.array(row),
  totals: z.array(z.object({ currency: z.nullable(text), value: z.nullable(number), compared: z.nullable(number) })),
  isCut: z.boolean(),
  comparedWith: z.nullable(stretch),
  asOfMs: number,
});

const moved = { before: number, after: number, contribution: number };
const driver = z.object({ dimension: z.enum(dimensionIds), id: text, label: text, ...moved });
const explanation: z.ZodMiniType<Explanation> = z.object({
  query: metricQuery,
  before: number,
  after: number,
  currency: z.nullable(text),
  unit: z.enum(metricUnits),
  comparedWith: stretch,
  byDimension: z.array(z.object({ dimension: z.enum(dimensionIds), drivers: z.array(driver), rest: number, explainedShare: number })),
  mix: z.nullable(z.object({ rate: number, mix: number })),
  factors: z.array(z.object({ metric: z.enum(metricIds), ...moved })),
});

const chart = z.object({
  type: z.enum(["number", "bar", "line", "stacked"]),
  x: z.nullable(text),
  y: z.array(z.enum(["value", "compared"])),
  series: z.nullable(text),
});
const source = z.enum(["rules", "model"]);

const answered: z.ZodMiniType<Answered> = z.object({
  kind: z.literal("answered"),
  query: askedQueryShape,
  columns: z.array(column),
  rows: z.array(row),
  answer: text,
  chart: z.nullable(chart),
  source,
  suggestions: texts,
  result: z.nullable(result),
  explanation: z.nullable(explanation),
  found: z.array(z.object({ kind: text, id: text, label: text, detail: text, href: text })),
});

const needs = z.optional(z.array(z.enum(actions)));

export const answerPartSchema: z.ZodMiniType<AnswerPart> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("routed"), specialist: z.enum(specialists), needs }),
  z.object({ type: z.literal("text"), text }),
  z.object({ type: z.literal("tool"), id: text, name: text, label: text, state: z.enum(["running", "done", "failed"]), needs }),
  z.object({ type: z.literal("answer"), answer: answered }),
  z.object({ type: z.literal("refusal"), reason: z.enum(refusalReasons), text, suggestions: texts }),
  z.object({ type: z.literal("approval"), approvalId: text, tool: text, title: text, effects: texts, needs }),
  z.object({ type: z.literal("source"), source, callId: z.nullable(text), reason: z.nullable(text) }),
  z.object({ type: z.literal("broken"), reason: z.enum(["stopped", "cut", "unavailable", "budget", "access-ended", "withheld"]) }),
]);

export const attachmentSchema: z.ZodMiniType<Attachment> = z.object({
  id: text,
  name: text,
  mediaType: text,
  sizeBytes: number,
});

/** What was kept by an older house and is no longer known is left out, instead of taking the whole conversation with it. */
export function readParts(kept: readonly unknown[]): AnswerPart[] {
  return kept.flatMap((one) => {
    const part = answerPartSchema.safeParse(one);
    return part.success ? [part.data] : [];
  });
}

export function readAttachments(kept: readonly unknown[]): Attachment[] {
  return kept.flatMap((one) => {
    const attachment = attachmentSchema.safeParse(one);
    return attachment.success ? [attachment.data] : [];
  });
}
