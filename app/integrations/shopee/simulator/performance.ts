import type { SimOrder, SimShop } from "./world.ts";

const dayS = 86_400;
const periodDays = 30;

type Metric = {
  id: number;
  name: string;
  unit: number;
  target: { value: number; comparator: string };
  measure(orders: readonly SimOrder[]): number;
};

const percent = 2;
const days = 4;

const metrics: readonly Metric[] = [
  { id: 3, name: "non_fulfillment_rate", unit: percent, target: { value: 10, comparator: "<" }, measure: share(isNotFulfilled) },
  { id: 42, name: "cancellation_rate", unit: percent, target: { value: 5, comparator: "<" }, measure: share(isCancelledBySeller) },
  {
    id: 43,
    name: "return_refund_rate",
    unit: percent,
    target: { value: 5, comparator: "<" },
    measure: share(({ returned }) => returned !== null),
  },
  {
    id: 1,
    name: "late_shipment_rate",
    unit: percent,
    target: { value: 10, comparator: "<" },
    measure: (orders) => share(isLate)(orders.filter(isShipped)),
  },
  { id: 4, name: "preparation_time", unit: days, target: { value: 2, comparator: "<" }, measure: meanPreparationDays },
  {
    id: 25,
    name: "same_day_handover",
    unit: percent,
    target: { value: 60, comparator: ">=" },
    measure: (orders) => share(isSameDay)(orders.filter(isShipped)),
  },
];

/** Judged by the shop's own orders, so that late parcels and cancellations are found again in the figures. */
export function judge(shop: SimShop, nowS: number): { rating: number; failed: number; list: Record<string, unknown>[] } {
  const current = ordersBetween(shop, nowS - periodDays * dayS, nowS);
  const last = ordersBetween(shop, nowS - 2 * periodDays * dayS, nowS - periodDays * dayS);
  const measured = metrics.map((metric) => ({ ...metric, current: rounded(metric.measure(current)) }));
  const list = measured.map(({ id, name, unit, target, current: currentPeriod, measure }) => ({
    metric_type: 1,
    metric_id: id,
    parent_metric_id: 0,
    metric_name: name,
    current_period: currentPeriod,
    last_period: rounded(measure(last)),
    unit,
    target,
  }));
  const failed = current.length === 0 ? 0 : measured.filter(({ current: value, target }) => !meets(value, target)).length;
  const points = shop.penaltyPoints.reduce((sum, { points }) => sum + points, 0);
  return { rating: Math.max(1, 4 - failed - Math.floor(points / 3)), failed, list };
}

function ordersBetween(shop: SimShop, fromS: number, toS: number): SimOrder[] {
  return shop.orders.filter(({ payS }) => payS !== null && payS >= fromS && payS < toS);
}

function meets(value: number, target: Metric["target"]): boolean {
  return target.comparator === "<" ? value < target.value : value >= target.value;
}

function share(isCase: (order: SimOrder) => boolean): (orders: readonly SimOrder[]) => number {
  return (orders) => (orders.length === 0 ? 0 : (orders.filter(isCase).length / orders.length) * 100);
}

function isCancelledBySeller({ cancel }: SimOrder): boolean {
  return cancel !== null && cancel.by !== "buyer";
}

function isNotFulfilled(order: SimOrder): boolean {
  return isCancelledBySeller(order) || order.returned !== null;
}

function isShipped({ pickupS }: SimOrder): boolean {
  return pickupS !== null;
}

function isLate({ pickupS, shipByS }: SimOrder): boolean {
  return pickupS !== null && shipByS !== null && pickupS > shipByS;
}

function isSameDay({ pickupS, payS }: SimOrder): boolean {
  return pickupS !== null && payS !== null && pickupS - payS <= dayS;
}

function meanPreparationDays(orders: readonly SimOrder[]): number {
  const shipped = orders.filter(isShipped);
  const total = shipped.reduce((sum, { pickupS, payS }) => sum + ((pickupS ?? 0) - (payS ?? 0)), 0);
  return shipped.length === 0 ? 0 : total / shipped.length / dayS;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
