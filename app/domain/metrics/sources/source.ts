import type { SQL } from "drizzle-orm";
import type { DimensionId } from "../kinds.ts";

/** A piece of time from inclusive to exclusive, and what its rows are told apart by. */
export type Span = [from: number | string, to: number | string, bucket: number, period: number, weekday: string, hour: string];

/** What every compiled query is made in: whose rows, and the pieces of time, which become one parameter for all of them. */
export type Frame = {
  workspaceId: string;
  nowMs: number;
  /** None for what is always of this moment. */
  spans: readonly Span[];
  /** What its rows are told apart by, besides time. */
  by: readonly DimensionId[];
  /** What goods it is narrowed to, where listings can name them. */
  goods: readonly Goods[];
};
export type Goods = { dimension: GoodsDimension; values: readonly string[] };
export const goodsDimensions = ["product", "sku", "brand", "category", "listing"] as const satisfies readonly DimensionId[];
export type GoodsDimension = (typeof goodsDimensions)[number];

/** How rows are split by a dimension: `id` is never null. */
export type Split = {
  id: SQL;
  /** Tables it needs besides, by their names in `joins`; those that build on others come later. */
  joins?: readonly string[];
  /** One row may count for several values, so that the parts are more than the whole. */
  overlaps?: true;
};

/**
 * Rows that numbers are made of. `from` names them under an alias whose `workspace_id` is compared with the caller's; what it
 * joins or reads inside compares it as well.
 */
export type Source = {
  from: (frame: Frame) => SQL;
  alias: string;
  /**
   * moments: UTC ms. days: "2026-11-28". hours: the same with the hour, "2026-11-28T14:00". framed: `from` cuts time itself. wholeMs: it can
   * only be cut where that is a whole number of these.
   */
  time:
    | { unit: "moments" | "days" | "hours"; column: SQL; isFramed?: false; wholeMs?: number }
    | { unit: "moments"; isFramed: true }
    | null;
  where?: SQL;
  joins?: Record<string, (frame: Frame) => SQL>;
  currency?: { id: SQL; joins?: readonly string[] };
  splits: Partial<Record<DimensionId, Split>>;
};

/** Sums over rows of a source: `per` is what the first is divided by. */
export type Measure = {
  source: Source;
  value: SQL;
  per?: SQL;
  where?: SQL;
  /** Tables the sums need besides. */
  joins?: readonly string[];
  /** What its parts count twice: taken away from each group. */
  less?: Measure;
  /** Counts different things: it cannot be added up over parts. */
  isDistinct?: true;
};

/** How a number is made. Of several measures the first one counts that knows all that is asked for. */
export type Formula = {
  of: readonly Measure[];
  /** What it is divided by, where that lies in other rows. */
  perOf?: readonly Measure[];
  /** From the unit of the rows to that of the metric. */
  scale?: number;
  /** In several currencies it is several numbers. */
  isPerCurrency?: true;
};
