import type { VendorId } from "../channels/ports.ts";
import type { SellerMetric } from "./account.ts";
import { type Band, bandOf, bands, limitsFor } from "./reputation-limits.ts";

/** Orders of one day, as our copy of them counts. */
export type SalesDay = { day: string; orders: number; cancelledBySeller: number; shipped: number; late: number };

/** Where the number of sales comes from: told by the vendor, worked out from its own rate and cases, or counted in our copy. */
export type BaseSource = "vendor" | "rate" | "own";

/** How many more bad orders fit into a band: now, and in 7 and 30 days if nothing is sold. Null when it cannot be told. */
export type BandHeadroom = { band: Band | "target"; limitBp: number; now: number | null; in7: number | null; in30: number | null };

export type MetricHeadroom = {
  metric: string;
  rateBp: number;
  /** In which band this metric alone lies; null for a metric that is judged by a target. */
  band: Band | "red" | null;
  bad: number | null;
  base: number | null;
  baseSource: BaseSource | null;
  windowDays: number | null;
  limits: BandHeadroom[];
};

/** Orders that may still go wrong before a rate passes its limit. Whole numbers: a binary fraction would lose one now and then. */
export function headroom(limitBp: number, base: number, bad: number): number {
  return Math.floor((limitBp * base) / 10_000) - bad;
}

type Question = { vendor: VendorId; site: string; nowMs: number; metrics: readonly SellerMetric[]; days: readonly SalesDay[] };

const dayMs = 24 * 3_600_000;

export function headroomOf({ vendor, site, nowMs, metrics, days }: Question): MetricHeadroom[] {
  return metrics.flatMap((metric) => {
    const limits = limitsFor({ vendor, site, metric: metric.key, atMs: nowMs });
    const lines = limits === undefined ? targetLine(metric) : bands.map((band) => ({ band, limitBp: limits[band] }));
    if (lines.length === 0) return [];
    const known = baseOf(metric, days, nowMs);
    const ahead =
      known === undefined ? undefined : { in7: after(7, known, metric, days, nowMs), in30: after(30, known, metric, days, nowMs) };
    return {
      metric: metric.key,
      rateBp: metric.rateBp,
      band: limits === undefined ? null : bandOf(metric.rateBp, limits),
      bad: known?.bad ?? metric.count,
      base: known?.base ?? null,
      baseSource: known?.source ?? null,
      windowDays: metric.windowDays,
      limits: lines.map(({ band, limitBp }) => ({
        band,
        limitBp,
        now: known === undefined ? null : headroom(limitBp, known.base, known.bad),
        in7: ahead?.in7 === undefined ? null : headroom(limitBp, ahead.in7.base, ahead.in7.bad),
        in30: ahead?.in30 === undefined ? null : headroom(limitBp, ahead.in30.base, ahead.in30.bad),
      })),
    };
  });
}

/** A target in percent has headroom like a band; a floor, or a target in hours, has not. */
function targetLine({ target, unit }: SellerMetric): { band: "target"; limitBp: number }[] {
  return target === null || target.isFloor || unit !== undefined ? [] : [{ band: "target", limitBp: target.valueBp }];
}

type Known = { base: number; bad: number; source: BaseSource };

function baseOf(metric: SellerMetric, days: readonly SalesDay[], nowMs: number): Known | undefined {
  const { base, count, rateBp, windowDays } = metric;
  // Where nothing was sold there is no line that one more bad order could cross.
  if (base !== null && base > 0) return { base, bad: count ?? Math.round((rateBp * base) / 10_000), source: "vendor" };
  if (count !== null && count > 0 && rateBp > 0) return { base: Math.round((count * 10_000) / rateBp), bad: count, source: "rate" };
  const own = windowDays === null ? 0 : within(days, nowMs - windowDays * dayMs, nowMs).reduce((sum, day) => sum + countIn(metric, day), 0);
  if (own === 0) return undefined;
  return { base: own, bad: count ?? Math.round((rateBp * own) / 10_000), source: "own" };
}

/** Delays are a share of what was dispatched, everything else of what was sold. */
function countIn(metric: SellerMetric, day: SalesDay): number {
  return metric.key === "delayed_handling_time" ? day.shipped : day.orders;
}

/** Claims are not in our copy of orders, so none of them is taken to leave: the answer is rather too small than too large. */
function badIn(metric: SellerMetric, day: SalesDay): number {
  if (metric.key === "delayed_handling_time") return day.late;
  return metric.key === "cancellations" ? day.cancelledBySeller : 0;
}

/** Undefined when our copy holds less than half of the vendor's sales: what leaves the window would be a guess. */
function after(daysAhead: number, known: Known, metric: SellerMetric, days: readonly SalesDay[], nowMs: number) {
  if (metric.windowDays === null) return undefined;
  const startMs = nowMs - metric.windowDays * dayMs;
  const inWindow = within(days, startMs, nowMs).reduce((sum, day) => sum + countIn(metric, day), 0);
  if (inWindow * 2 < known.base) return undefined;
  const leaving = within(days, startMs, startMs + daysAhead * dayMs);
  const base = known.base - leaving.reduce((sum, day) => sum + countIn(metric, day), 0);
  const bad = known.bad - leaving.reduce((sum, day) => sum + badIn(metric, day), 0);
  return { base: Math.max(0, base), bad: Math.max(0, bad) };
}

function within(days: readonly SalesDay[], fromMs: number, toMs: number): SalesDay[] {
  const [from, to] = [new Date(fromMs).toISOString().slice(0, 10), new Date(toMs).toISOString().slice(0, 10)];
  return days.filter(({ day }) => day >= from && day < to);
}

export type Tightest = { metric: string; band: Band | "target"; orders: number };

/** The line that will be crossed first: the next band below which a metric would fall. A line already lost is not one. */
export function tightestOf(metrics: readonly MetricHeadroom[]): Tightest | undefined {
  const next = metrics.flatMap(({ metric, limits }) => {
    const line = nextLine(limits);
    return line === undefined ? [] : [{ metric, band: line.band, orders: line.now }];
  });
  return next.toSorted((one, other) => one.orders - other.orders)[0];
}

/** The first band that still holds. */
export function nextLine(limits: readonly BandHeadroom[]): (BandHeadroom & { now: number }) | undefined {
  for (const line of limits) if (line.now !== null && line.now >= 0 && line.band !== "leader") return { ...line, now: line.now };
  return undefined;
}
