import { toAppError } from "#app/domain/errors.ts";
import type { AskAnswer, AskedQuery } from "#app/domain/metrics/answer.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { queryMetrics } from "#app/domain/metrics/query-metrics.server.ts";
import type { Rules } from "./rules.ts";

/** The rules of the product: its grammar for words, its catalogue for numbers. */
export const rules: Rules = {
  ask: () => Promise.resolve({ kind: "refused", reason: "not-understood", answer: "", suggestions: [], source: "rules" }),
  answer: countAsked,
};

async function countAsked(ctx: ServiceContext, query: AskedQuery): Promise<AskAnswer> {
  if (query.type !== "metric") return { kind: "refused", reason: "not-understood", answer: "", suggestions: [], source: "rules" };
  const { type: _type, ...asked } = query;
  try {
    const result = await queryMetrics(ctx, asked);
    const { columns, rows } = result;
    return {
      kind: "answered",
      query: { type: "metric", ...result.query },
      columns,
      rows,
      answer: "",
      chart: null,
      source: "rules",
      suggestions: [],
      result,
      explanation: null,
      found: [],
    };
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    return {
      kind: "refused",
      reason: refusal.code === "forbidden" ? "forbidden" : "metric-unknown",
      answer: refusal.reason,
      suggestions: [],
      source: "rules",
    };
  }
}
