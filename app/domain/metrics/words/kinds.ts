import type { DimensionId, Grain, MetricId, MetricUnit } from "../kinds.ts";

/** What people call a number, how it is called where there is little room, and what it counts. */
export type MetricWords = { name: string; short: string; meaning: string };
export type DimensionWords = { name: string; plural: string };

export type Words = {
  metrics: Readonly<Record<MetricId, MetricWords>>;
  dimensions: Readonly<Record<DimensionId, DimensionWords>>;
  /** What has no value of a dimension, such as a product without a brand. */
  noValue: string;
  /** Of dimensions whose values are ours and no names: the stored value and what people read in its place. */
  values: Readonly<Partial<Record<DimensionId, Readonly<Record<string, string>>>>>;
  grains: Readonly<Record<Grain, { name: string; plural: string; by: string }>>;
  units: Readonly<Record<MetricUnit, string>>;
};
