import type { Comparison, DimensionId, Grain, MetricId } from "../kinds.ts";
import type { Direction } from "./mark-concepts.ts";
import type { Period } from "./periods/kinds.ts";
import type { Manner } from "./read-manner.ts";
import type { EarlierBy } from "./read-phrases.ts";

/** A number that rows have to reach or stay under, as it was said: "10 %", "R$ 1.000", "more than 5". */
export type Limit = {
  atLeast: number | null;
  atMost: number | null;
  isStrict: boolean;
  isMoney: boolean;
  isPercent: boolean;
  isStars: boolean;
  isDays: boolean;
};

/** A thing called by its name, which only the shop's own data knows. */
export type Name = { text: string; isNot: boolean; dimension: DimensionId | null };
/** isEvent: said with a verb of doing, which is no state that something stays in. */
export type Value = { dimension: DimensionId; value: string; isNot: boolean; isEvent?: true };

/** best and worst depend on whether more of a number is better. */
export type Wanted = { direction: Direction; isJudgement: boolean };
export const chartWishes = ["table", "line", "bar", "number", "any"] as const;
export type ChartWish = (typeof chartWishes)[number];

/** All that was understood of a question, before it is known what it can mean. */
export type Reading = Manner & {
  isWhy: boolean;
  metrics: MetricId[];
  saysSale: boolean;
  /** "How many": of sales, their number and not their worth. */
  saysHowMany: boolean;
  /** "Which": the things themselves. */
  saysWhich: boolean;
  choices: number[];
  by: DimensionId[];
  /** Named without a word that splits. */
  loose: { dimension: DimensionId; isPlural: boolean }[];
  grain: Grain | "fitting" | null;
  values: Value[];
  names: Name[];
  periods: Period[];
  /** "Within 10 days", in days. */
  withinDays: number | null;
  compare: Comparison | null;
  comparedPeriod: Period | null;
  /** The unit of "week over week". */
  over: Grain | null;
  change: "up" | "down" | "either" | null;
  top: number | null;
  wanted: Wanted | null;
  /** All rows, from this end: "lowest first". */
  sorted: Direction | null;
  limit: Limit | null;
  chart: ChartWish | null;
  saysAverage: boolean;
  saysBought: boolean;
  /** "We have", "left": what is there. */
  saysHave: boolean;
  /** Begins like something that goes on: "and", "what about", "e". */
  goesOn: boolean;
  /** "Also": beside what was there. */
  saysAlso: boolean;
  /** "The month before": the one before what was asked for. */
  saysEarlier: boolean;
  /** "The year before": the same stretch of it. */
  saysYearBefore: boolean;
  /** "The 7 days before". */
  earlierBy: EarlierBy | null;
  /** "Anterior": the one before the very stretch that was asked for, where that is what it would mean by itself. */
  saysBefore: boolean;
  /** Takes away what narrowed the question before. */
  saysAll: boolean;
  /** How many words of a question there were at all. */
  length: number;
};
