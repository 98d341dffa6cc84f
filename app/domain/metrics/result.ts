import type { DimensionId, Grain, MetricId, MetricUnit } from "./kinds.ts";
import type { MetricQuery } from "./schemas.ts";

/** dimension: `<id>` holds what people read, `<id>Id` beside it what programs filter by. */
export type MetricColumn =
  | { key: string; kind: "dimension"; dimension: DimensionId }
  | { key: "time"; kind: "time"; grain: Grain }
  | { key: "value" | "compared"; kind: "value"; metric: MetricId; unit: MetricUnit; currency: string | null }
  /** The share by which `value` differs from `compared`; null where there was nothing before. */
  | { key: "change"; kind: "change" }
  /** Only where a result has more than one: each row says which. */
  | { key: "currency"; kind: "currency" };

export type MetricRow = Record<string, string | number | null>;

export type MetricTotal = { currency: string | null; value: number | null; compared: number | null };

export type MetricResult = {
  /** As it was understood: rolling stretches resolved, defaults filled in. */
  query: MetricQuery;
  columns: MetricColumn[];
  rows: MetricRow[];
  /** Over all rows, also those beyond the limit; one a currency. */
  totals: MetricTotal[];
  /** There are more rows than were asked for. */
  isCut: boolean;
  /** The stretch it is compared with. */
  comparedWith: { from: string; to: string } | null;
  /** When the newest thing it counts was read, where that is known. */
  asOfMs: number;
};

/** Who or what moved a number, and by how much: parts add up to the whole difference. */
export type Driver = {
  dimension: DimensionId;
  id: string;
  label: string;
  before: number;
  after: number;
  contribution: number;
};

export type Explanation = {
  query: MetricQuery;
  before: number;
  after: number;
  currency: string | null;
  unit: MetricUnit;
  comparedWith: { from: string; to: string };
  /** By dimension, the one that tells most first; within it the largest contributions first. */
  byDimension: { dimension: DimensionId; drivers: Driver[]; rest: number; explainedShare: number }[];
  /** Of a rate or an average: how much came from the parts themselves and how much from their weights. */
  mix: { rate: number; mix: number } | null;
  /** Of a product of two numbers (orders × average value): how much each gave. */
  factors: { metric: MetricId; before: number; after: number; contribution: number }[];
};
