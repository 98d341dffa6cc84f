import type { ChartSpec } from "../answer.ts";
import { catalogue } from "../catalogue.ts";
import type { MetricResult } from "../result.ts";
import type { ChartWish } from "./reading.ts";

const mostBars = 40;

/** How an answer is best drawn; nothing where a table says it better. What was wished for is given where it can be. */
export function chooseChart({ query, rows, columns }: Pick<MetricResult, "query" | "rows" | "columns">, wish: ChartWish | null): ChartSpec | null {
  const { by, grain, compare, metric } = query;
  const [first, second] = by;
  const hasCurrencies = columns.some(({ kind }) => kind === "currency");
  if (wish === "table" || rows.length === 0 || hasCurrencies) return null;
  const y: ChartSpec["y"] = compare === "none" ? ["value"] : ["value", "compared"];
  const { isAdditive } = catalogue[metric];
  if (grain !== null) {
    if (second !== undefined) return null;
    if (first === undefined) return { type: wish === "bar" ? "bar" : "line", x: "time", y, series: null };
    return { type: wish === "bar" && isAdditive ? "stacked" : "line", x: "time", y: ["value"], series: first };
  }
  if (first === undefined) return { type: "number", x: null, y, series: null };
  if (rows.length > mostBars && wish === null) return null;
  if (second === undefined) return { type: "bar", x: first, y, series: null };
  return isAdditive ? { type: "stacked", x: first, y: ["value"], series: second } : null;
}
