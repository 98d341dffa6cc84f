import type { AskedQuery } from "../answer.ts";
import type { DimensionId, MetricId, RefusalReason } from "../kinds.ts";
import type { Line } from "./line.ts";
import type { Today } from "./periods/kinds.ts";
import type { ChartWish, Reading } from "./reading.ts";

/** What was taken for granted where a question leaves it open, and is told in the answer. */
export type Assumption = "sale-is-gmv" | "sale-is-orders" | "sale-is-units";

/** More than a reason: which words, and what could have been meant. */
export type Refusal = {
  reason: RefusalReason;
  /** The words nobody knows, as they were written. */
  text?: string;
  metric?: MetricId;
  dimension?: DimensionId;
  /** What it could have been: numbers, or names of things. */
  choices?: readonly MetricId[];
  names?: readonly string[];
  /** Questions that this one is made of, each of which has an answer. */
  instead?: readonly string[];
  /** A finer reason than the kinds of refusals tell apart. */
  because?: "now-only" | "one-at-a-time" | "date" | "comparison" | "not-by-itself" | "average" | "unit" | "people-days";
};

export type Plan = {
  query: AskedQuery;
  chart: ChartWish | null;
  assumptions: Assumption[];
  /** Rows are told as parts of the whole too. */
  showsShares?: boolean;
};
export type Planned = ({ ok: true } & Plan) | { ok: false; refusal: Refusal };

export type NamedValue = { dimension: DimensionId; id: string; label: string; score: number };
/** Finds things of the shop by what they are called; the best first, 1 for the very name. */
export type LookUp = (text: string, dimensions: readonly DimensionId[]) => Promise<readonly NamedValue[]>;

export type Asked = {
  question: string;
  previous: AskedQuery | null;
  today: Today;
  lookUp: LookUp;
  /** How many of the smallest unit make one of the shop's money: 100 cents. */
  minor: number;
};

export type Read = Reading & { line: Line };

export function refuse(reason: RefusalReason, more: Omit<Refusal, "reason"> = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { reason, ...more } };
}
