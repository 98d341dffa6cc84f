import type { ChartSpec } from "../metrics/answer.ts";
import { catalogue } from "../metrics/catalogue.ts";
import type { MetricQuery } from "../metrics/schemas.ts";

/** How a query is drawn where nobody said how: time as a line, things as bars, one number by itself, and else as a table. */
export function usualChart({ metric, by, grain, compare }: MetricQuery): ChartSpec | null {
  const [first, second] = by;
  const y: ChartSpec["y"] = compare === "none" ? ["value"] : ["value", "compared"];
  if (grain !== null && second !== undefined) return null;
  if (grain !== null) return { type: "line", x: "time", y: first === undefined ? y : ["value"], series: first ?? null };
  if (first === undefined) return { type: "number", x: null, y, series: null };
  if (second === undefined) return { type: "bar", x: first, y, series: null };
  // Layers say that parts add up to a whole: those of rates do not.
  return catalogue[metric].isAdditive ? { type: "stacked", x: first, y: ["value"], series: second } : null;
}
