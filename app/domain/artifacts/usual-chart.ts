import type { ChartSpec } from "../metrics/answer.ts";
import type { MetricQuery } from "../metrics/schemas.ts";

/** How a query is drawn where nobody said how: time as a line, things as bars, and one number by itself. */
export function usualChart({ by, grain }: Pick<MetricQuery, "by" | "grain">): ChartSpec {
  const [first, second] = by;
  if (grain !== null) return { type: "line", x: "time", y: first === undefined ? ["value", "compared"] : ["value"], series: first ?? null };
  if (first === undefined) return { type: "number", x: null, y: ["value", "compared"], series: null };
  if (second === undefined) return { type: "bar", x: first, y: ["value", "compared"], series: null };
  return { type: "stacked", x: first, y: ["value"], series: second };
}
