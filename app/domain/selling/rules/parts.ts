import type { Evidence } from "#db/schema/selling.ts";
import { nextLine, type MetricHeadroom } from "../headroom.ts";
import type { ChannelFacts, ListingFacts } from "./rule.ts";

export type Figure = [key: string, value: number | string, unit?: string];

export function figures(...list: Figure[]): Evidence {
  return list.map(([key, value, unit]) => (unit === undefined ? { key, value } : { key, value, unit }));
}

export const money = (currency: string) => `money:${currency}`;

export function clamp(value: number): number {
  return Math.max(0, Math.min(100, Math.round(value)));
}

/** What sells more is more urgent: up to 30 for a hundred units in 30 days. */
export function bySales(base: number, units30d: number): number {
  return clamp(base + Math.min(30, Math.floor((units30d * 3) / 10)));
}

export function isOnSale({ status }: ListingFacts): boolean {
  return status === "active";
}

/** Stock that lasts no longer is short whatever else is known. */
export const soonDays = 7;

/**
 * At the pace of the busier of the last week and the last month, or so many times that; undefined when nothing sells.
 */
export function daysLeft({ stock, units7d, units30d }: ListingFacts, times = 1): number | undefined {
  const per210Days = Math.max(units7d * 30, units30d * 7) * times;
  return per210Days === 0 ? undefined : Math.floor((stock * 210) / per210Days);
}

/** Hints of the marketplace itself, by its own keys. */
export function hintOf({ quality }: ListingFacts, keys: readonly string[]) {
  return quality?.issues.find((issue) => keys.includes(issue.key));
}

export function metricOf({ headroom }: ChannelFacts, metric: string): MetricHeadroom | undefined {
  return headroom.find((one) => one.metric === metric);
}

/** Few enough orders that one bad day uses them up. */
const fewOrders = 3;

/** The line ahead when it is close: now, or in a week without new sales. */
export function closeLine(facts: ChannelFacts, metric: string) {
  const known = metricOf(facts, metric);
  const line = nextLine(known?.limits ?? []);
  if (line === undefined) return undefined;
  // Small sellers have little room from the start: it is news once half of it is used.
  const isHalfUsed = (known?.bad ?? 0) >= line.now;
  return (line.now <= fewOrders && isHalfUsed) || (line.in7 !== null && line.in7 < 0) ? line : undefined;
}

/** Contribution of one unit at today's price and fees. */
export function perUnit(
  { pricing }: ListingFacts,
  point: (question: NonNullable<ListingFacts["pricing"]>) => number | undefined,
): number | null {
  return pricing === null ? null : (point(pricing) ?? null);
}
