import type { ChartSpec } from "../metrics/answer.ts";
import type { MetricResult, Explanation } from "../metrics/result.ts";
import type { MetricQuery } from "../metrics/schemas.ts";

/**
 * A question of what was kept, answered for whoever looks. forbidden: it may be looked at, but not its numbers. unfit: it asks for
 * what there is no more. failed: something of ours went wrong, and it may be tried again.
 */
export type SectionAnswer = { title: string; type: "metric" | "why"; query: MetricQuery; chart: ChartSpec | null } & (
  | { state: "answered"; result: MetricResult; explanation: Explanation | null; asOfMs: number }
  | { state: "forbidden" | "unfit" | "failed" }
);

/** How it was when it was kept. Rows beyond what a picture needs are left out. */
export type SectionPicture = Pick<MetricResult, "query" | "columns" | "rows" | "totals" | "isCut" | "comparedWith" | "asOfMs"> & {
  explanation: Explanation | null;
};

export const mostPictureRows = 200;

export function toPicture(answer: SectionAnswer): SectionPicture | null {
  if (answer.state !== "answered") return null;
  const { result, explanation } = answer;
  const isCut = result.isCut || result.rows.length > mostPictureRows;
  return { ...result, rows: result.rows.slice(0, mostPictureRows), isCut, explanation };
}
