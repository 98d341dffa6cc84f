import { z } from "zod";
import type { AskedQuery } from "#app/domain/metrics/answer.ts";
import { metricQuerySchema, whenSchema } from "#app/domain/metrics/schemas.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** A way to look things up that rules and models share: what it is called with is the query people see as chips. */
export type Lookup = {
  name: string;
  title: Record<Locale, string>;
  description: string;
  input: z.ZodType;
  queryOf(input: unknown): AskedQuery;
};

const text = z.string().min(1).max(400);
const searchInput = z.strictObject({ text, when: whenSchema.nullable().default(null) });
const findInput = z.strictObject({ text });
const stretches =
  '`when` runs from inclusive to exclusive, by days ("2026-11-01") or hours ("2026-11-01T14:00") on the wall of the shop; ' +
  "name a moving stretch by `rolling` as well. Null for numbers of this moment.";

export const lookups: readonly Lookup[] = [
  {
    name: "query_metrics",
    title: { en: "Count", "pt-BR": "Contar" },
    description: `Counts one metric, split by up to two dimensions, narrowed by filters, over a stretch of time, compared with another. ${stretches} Filter values are ids or names that find_entity or an earlier answer gave.`,
    input: metricQuerySchema,
    queryOf: (input) => ({ type: "metric", ...metricQuerySchema.parse(input) }),
  },
  {
    name: "explain_change",
    title: { en: "Look for the reasons", "pt-BR": "Procurar os motivos" },
    description: `Why one metric is another number than before: what each channel, product or other part gave, adding up to the whole difference. Takes the same query as query_metrics. ${stretches}`,
    input: metricQuerySchema,
    queryOf: (input) => ({ type: "why", ...metricQuerySchema.parse(input) }),
  },
  {
    name: "search_interactions",
    title: { en: "Search what shoppers did", "pt-BR": "Buscar o que os visitantes fizeram" },
    description: `Finds what shoppers did on the sites by what it is about, not by its letters. ${stretches}`,
    input: searchInput,
    queryOf: (input) => ({ type: "search", ...searchInput.parse(input) }),
  },
  {
    name: "find_entity",
    title: { en: "Find a name", "pt-BR": "Encontrar um nome" },
    description: "Finds a product, SKU, listing, order, channel, zone or person by its name or number, with its id.",
    input: findInput,
    queryOf: (input) => ({ type: "find", ...findInput.parse(input) }),
  },
];
