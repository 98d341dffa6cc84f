import { z } from "zod";
import { actions } from "#app/domain/accounts/permissions.ts";
import type { explainChange } from "#app/domain/metrics/explain-change.server.ts";
import { dimensionIds, grains, metricAreas, metricIds, metricUnits } from "#app/domain/metrics/kinds.ts";
import type { listMetrics } from "#app/domain/metrics/list-metrics.server.ts";
import type { queryMetrics } from "#app/domain/metrics/query-metrics.server.ts";
import { metricQuerySchema } from "#app/domain/metrics/schemas.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const text = z.string();
const number = z.number();
const metric = z.enum(metricIds);
const dimension = z.enum(dimensionIds);
const unit = z.enum(metricUnits);
const stretch = z.object({ from: text, to: text });

const column = z.discriminatedUnion("kind", [
  z.object({ key: text, kind: z.literal("dimension"), dimension }),
  z.object({ key: z.literal("time"), kind: z.literal("time"), grain: z.enum(grains) }),
  z.object({ key: z.enum(["value", "compared"]), kind: z.literal("value"), metric, unit, currency: text.nullable() }),
  z.object({ key: z.literal("change"), kind: z.literal("change") }),
  z.object({ key: z.literal("currency"), kind: z.literal("currency") }),
]);
const driver = z.object({ dimension, id: text, label: text, before: number, after: number, contribution: number });

export const metricsAnswers = {
  Metric: exactly<RowOf<typeof listMetrics>>()(
    z.object({
      id: metric,
      name: text,
      meaning: text,
      area: z.enum(metricAreas),
      unit,
      scope: z.enum(actions),
      kind: z.enum(["flow", "snapshot"]),
      dimensions: z.array(z.object({ id: dimension, name: text })),
      grains: z.array(z.enum(grains)),
      better: z.enum(["higher", "lower", "neutral"]),
    }),
  ),
  MetricResult: exactly<Answer<typeof queryMetrics>>()(
    z.object({
      query: metricQuerySchema,
      columns: z.array(column),
      rows: z.array(z.record(text, z.union([text, number, z.null()]))),
      totals: z.array(z.object({ currency: text.nullable(), value: number.nullable(), compared: number.nullable() })),
      isCut: z.boolean(),
      comparedWith: stretch.nullable(),
      asOfMs: z.int(),
    }),
  ),
  Explanation: exactly<Answer<typeof explainChange>>()(
    z.object({
      query: metricQuerySchema,
      before: number,
      after: number,
      currency: text.nullable(),
      unit,
      comparedWith: stretch,
      byDimension: z.array(z.object({ dimension, drivers: z.array(driver), rest: number, explainedShare: number })),
      mix: z.object({ rate: number, mix: number }).nullable(),
      factors: z.array(z.object({ metric, before: number, after: number, contribution: number })),
    }),
  ),
};
