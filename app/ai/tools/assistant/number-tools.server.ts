import { z } from "zod";
import { explainChange } from "#app/domain/metrics/explain-change.server.ts";
import { findEntity, findEntitySchema } from "#app/domain/metrics/find-entity.server.ts";
import { metricAreas } from "#app/domain/metrics/kinds.ts";
import { listMetrics } from "#app/domain/metrics/list-metrics.server.ts";
import { queryMetrics } from "#app/domain/metrics/query-metrics.server.ts";
import { metricQuerySchema } from "#app/domain/metrics/schemas.ts";
import { moment } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

const stretch = z.object({ from: z.string(), to: z.string() });
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const queryMetricsTool = defineReadTool({
  name: "query_metrics",
  title: { en: "Look up a number", "pt-BR": "Consultar um número" },
  description:
    "One number, split by at most two dimensions or by time, narrowed, compared with the stretch before or the year before, ordered and cut. " +
    "`when` are days on the shop's own wall, from inclusive to exclusive; prefer `rolling` for stretches that move with today. " +
    "`list_metrics` says which dimensions and grains a metric takes; filter by the `…Id` columns of earlier rows or by find_entity. " +
    "Sum nothing yourself: `totals` are over all rows.",
  scope: "chat:read",
  input: metricQuerySchema,
  output: z.object({
    query: z.looseObject({ metric: z.string() }).describe("As it was understood."),
    columns: z.array(z.looseObject({ key: z.string(), kind: z.string() })),
    rows: z.array(row),
    totals: z.array(z.object({ currency: z.string().nullable(), value: z.number().nullable(), compared: z.number().nullable() })),
    isCut: z.boolean().describe("There are more rows than were asked for."),
    comparedWith: stretch.nullable(),
    asOfMs: moment.describe("When the newest thing it counts was read."),
  }),
  run: (ctx, input) => queryMetrics(ctx, input),
});

const driver = z.object({
  dimension: z.string(),
  id: z.string(),
  label: z.string(),
  before: z.number(),
  after: z.number(),
  contribution: z.number(),
});

export const explainChangeTool = defineReadTool({
  name: "explain_change",
  title: { en: "Find out why a number moved", "pt-BR": "Descobrir por que um número mudou" },
  description:
    "Why a number is another one than in the stretch before (or a year before, with compare): what each part of it gave, by every " +
    "dimension that tells something, the largest first. Contributions add up to the whole difference; say nothing they do not show.",
  scope: "chat:read",
  input: metricQuerySchema,
  output: z.object({
    query: z.looseObject({ metric: z.string() }),
    before: z.number(),
    after: z.number(),
    currency: z.string().nullable(),
    unit: z.string(),
    comparedWith: stretch,
    byDimension: z.array(
      z.object({ dimension: z.string(), drivers: z.array(driver), rest: z.number(), explainedShare: z.number().describe("0 to 1.") }),
    ),
    mix: z
      .object({ rate: z.number(), mix: z.number() })
      .nullable()
      .describe("Of a rate: how much the parts changed, and how much their weights."),
    factors: z.array(z.object({ metric: z.string(), before: z.number(), after: z.number(), contribution: z.number() })),
  }),
  run: (ctx, input) => explainChange(ctx, input),
});

export const listMetricsTool = defineReadTool({
  name: "list_metrics",
  title: { en: "See which numbers there are", "pt-BR": "Ver quais números existem" },
  description: "Every number this key may ask for with query_metrics: its unit, and the dimensions and grains it can be split by.",
  scope: "chat:read",
  input: z.object({ area: z.enum(metricAreas, "fieldInvalid").optional() }),
  output: z.object({
    data: z.array(
      z.object({
        id: z.string().describe("For `metric`."),
        name: z.string(),
        meaning: z.string(),
        area: z.string(),
        unit: z.string().describe("money is in minor units, ratio 0 to 1, micro-usd in millionths of a dollar."),
        kind: z.string().describe("A flow has a stretch of time; a snapshot is of this moment."),
        dimensions: z.array(z.object({ id: z.string(), name: z.string() })),
        grains: z.array(z.string()),
      }),
    ),
  }),
  async run(ctx, { area }) {
    const { data } = await listMetrics(ctx);
    return { data: data.filter((one) => area === undefined || one.area === area) };
  },
});

export const findEntityTool = defineReadTool({
  name: "find_entity",
  title: { en: "Look a name up", "pt-BR": "Procurar um nome" },
  description:
    "Products, SKUs, brands, listings, channels, zones, people, sites and whatever else numbers can be narrowed to, by a name as people " +
    "type it, also with slips. `id` goes into `where` of query_metrics. Score 1 is the name itself; several high ones: ask which is meant.",
  scope: "chat:read",
  input: findEntitySchema,
  output: z.object({ data: z.array(z.object({ dimension: z.string(), id: z.string(), label: z.string(), score: z.number() })) }),
  run: async (ctx, input) => ({ data: await findEntity(ctx, input) }),
});
