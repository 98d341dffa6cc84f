import { z } from "zod";
import { comparisons, dimensionIds, grains, maxDimensions, maxRows, metricIds } from "./kinds.ts";

/** A day or an hour on the wall of the workspace: "2026-11-28" or "2026-11-28T14:00". */
const wallMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:00)?$/, "fieldInvalid");

/**
 * A stretch that moves with today, so that what is kept stays true tomorrow. last: so many whole units before the current one, or
 * up to now with `includesCurrent`. this: the current unit from its beginning to its end. next: for forecasts of the near future.
 */
export const rollingSchema = z.strictObject({
  kind: z.enum(["last", "this", "next"]),
  count: z.int().min(1).max(1_000).default(1),
  unit: z.enum(grains),
  includesCurrent: z.boolean().default(false),
});
export type Rolling = z.output<typeof rollingSchema>;

/** From inclusive to exclusive. With `rolling` the two are what it means today. Null for what is always of this moment. */
export const whenSchema = z.strictObject({
  from: wallMoment,
  to: wallMoment,
  rolling: rollingSchema.nullable().default(null),
});
export type When = z.output<typeof whenSchema>;

/** Of one dimension: only these of its values, or all but these. `labels` are what people read in their place. */
export const filterSchema = z.strictObject({
  dimension: z.enum(dimensionIds),
  values: z.array(z.string().min(1).max(200)).min(1).max(50),
  labels: z.array(z.string().max(200)).max(50).default([]),
  isNot: z.boolean().default(false),
});
export type MetricFilter = z.output<typeof filterSchema>;

/** The one language in which numbers are asked for, by rules, models, pages and programs alike. */
export const metricQuerySchema = z.strictObject({
  metric: z.enum(metricIds),
  by: z.array(z.enum(dimensionIds)).max(maxDimensions).default([]),
  where: z.array(filterSchema).max(8).default([]),
  grain: z.enum(grains).nullable().default(null),
  when: whenSchema.nullable().default(null),
  compare: z.enum(comparisons).default("none"),
  /** Of the rows' own number: at least, at most, in the unit of the metric. */
  having: z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() }).nullable().default(null),
  order: z
    .strictObject({ by: z.enum(["value", "change", "label", "time"]), isDescending: z.boolean() })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(maxRows).default(100),
});
export type MetricQuery = z.output<typeof metricQuerySchema>;
export type MetricQueryInput = z.input<typeof metricQuerySchema>;

const longestSearch = 600;

/** A question as it was understood, coming back from outside: asked with chips, edited by hand, kept, or gone on from. */
export const askedQuerySchema = z.discriminatedUnion("type", [
  metricQuerySchema.extend({ type: z.literal("metric") }),
  metricQuerySchema.extend({ type: z.literal("why") }),
  z.strictObject({
    type: z.literal("search"),
    text: z.string().trim().min(1, "required").max(longestSearch, "tooLong"),
    when: whenSchema.nullable(),
  }),
  z.strictObject({ type: z.literal("find"), text: z.string().trim().min(1, "required").max(longestSearch, "tooLong") }),
]);
