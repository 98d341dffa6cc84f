import type { VendorId } from "../channels/ports.ts";
import type { SellerMetric } from "./account.ts";
import { fullPoints, pointsOn } from "./curve.ts";
import { limitCurve, limitsFor, targetCurve } from "./reputation-limits.ts";

type Where = { vendor: VendorId; site: string; atMs: number };

/** Late dispatches count only with as many parcels as this. */
const leastDispatches = 10;

/** Points of one metric by the vendor's limits of the day, or by the target that came with it; undefined without either. */
export function metricPoints(metric: SellerMetric, where: Where): number | undefined {
  if (metric.key === "delayed_handling_time" && metric.base !== null && metric.base < leastDispatches) return fullPoints;
  const limits = limitsFor({ ...where, metric: metric.key });
  if (limits !== undefined) return pointsOn(limitCurve(limits), metric.rateBp);
  return metric.target === null ? undefined : pointsOn(targetCurve, timesTarget(metric.rateBp, metric.target, metric.unit === undefined));
}

/**
 * How far a rate is from its target, 10 000 being exactly on it and more being worse. Of a floor like "at least 60 %",
 * what counts is the share that is missed: 40 % may be, so a rate of 40 % misses one and a half times as much.
 */
export function timesTarget(rate: number, target: { valueBp: number; isFloor: boolean }, isPercent: boolean): number {
  const { valueBp, isFloor } = target;
  if (!isFloor) return ratio(rate, valueBp);
  return isPercent ? ratio(fullPoints - rate, fullPoints - valueBp) : ratio(valueBp, rate);
}

function ratio(part: number, whole: number): number {
  if (whole <= 0) return part <= 0 ? 0 : Number.MAX_SAFE_INTEGER;
  return Math.round((part * 10_000) / whole);
}

/** True when the vendor's own target is not met. */
export function missesTarget({ rateBp, target }: SellerMetric): boolean {
  if (target === null) return false;
  return target.isFloor ? rateBp < target.valueBp : rateBp > target.valueBp;
}
