import type { SimOrder, SimSeller, World } from "./model.ts";
import { share } from "./replies.ts";
import { isLate } from "./shipments-made.ts";

const dayMs = 86_400_000;
const shortWindowDays = 60;
const salesForShortWindow = 60;
/** Fewer parcels than these say nothing about lateness. */
const parcelsThatCount = 10;

type Measures = { sales: number; completed: number; claims: number; cancellations: number; sent: number; late: number; days: number };

export function reputationBody(world: World, seller: SimSeller, nowMs: number): unknown {
  const measures = measure(world, seller, nowMs);
  const rates = {
    claims: share(measures.claims, measures.sales),
    cancellations: share(measures.cancellations, measures.sales),
    late: measures.sent < parcelsThatCount ? 0 : share(measures.late, measures.sent),
  };
  const period = `${measures.days} days`;
  const metric = (rate: number, value: number) => ({ period, rate, value, excluded: { real_value: value, real_rate: rate } });
  const level = measures.sales < 10 ? null : levelOf(rates);
  const forced = seller.forcedReputation;
  const all = allOrders(world, seller.id);
  const cancelled = all.filter((order) => order.status === "cancelled").length;
  return {
    level_id: forced?.level === undefined ? level : forced.level,
    power_seller_status: forced?.medal === undefined ? (level === "5_green" && measures.completed > 500 ? "gold" : null) : forced.medal,
    ...(forced?.protectedUntilMs == null
      ? {}
      : { real_level: level, protection_end_date: new Date(forced.protectedUntilMs).toISOString() }),
    transactions: {
      canceled: cancelled,
      completed: all.length - cancelled,
      period: "historic",
      ratings: { negative: 0.03, neutral: 0.03, positive: 0.94 },
      total: all.length,
    },
    metrics: {
      sales: { period, completed: measures.completed },
      claims: metric(rates.claims, measures.claims),
      delayed_handling_time: metric(rates.late, measures.late),
      cancellations: metric(rates.cancellations, measures.cancellations),
    },
  };
}

function allOrders(world: World, sellerId: number): SimOrder[] {
  return (world.orderIdsOf.get(sellerId) ?? []).flatMap((id) => world.orders.get(id) ?? []);
}

/** Counted from the orders themselves, so that it never contradicts them. */
export function measure(world: World, seller: SimSeller, nowMs: number): Measures {
  const all = allOrders(world, seller.id).filter((order) => order.createdMs <= nowMs);
  const within = (days: number) => all.filter((order) => order.createdMs > nowMs - days * dayMs);
  const recent = within(shortWindowDays);
  const days = recent.length >= salesForShortWindow ? shortWindowDays : 365;
  const orders = days === shortWindowDays ? recent : within(days);
  const parcels = orders.flatMap((order) => (order.shipmentId === null ? [] : (world.shipments.get(order.shipmentId) ?? [])));
  const sent = parcels.filter((parcel) => parcel.shippedMs !== null);
  const claimed = new Set([...world.claims.values()].map((claim) => claim.orderId));
  return {
    days,
    sales: orders.length,
    completed: orders.filter((order) => order.status !== "cancelled").length,
    claims: orders.filter((order) => claimed.has(order.id)).length,
    cancellations: orders.filter((order) => order.cancel?.group === "seller" && !claimed.has(order.id)).length,
    sent: sent.length,
    late: sent.filter((parcel) => isLate(parcel, nowMs)).length,
  };
}

/** The vendor's limits for Brazil in percent of sales: green, yellow, orange. The worst measure decides. */
const limits = { claims: [0.02, 0.045, 0.08], cancellations: [0.015, 0.035, 0.04], late: [0.1, 0.18, 0.22] } as const;
const leaderLimits = { claims: 0.01, cancellations: 0.005, late: 0.06 } as const;

function levelOf(rates: Record<keyof typeof limits, number>): string {
  const names = ["claims", "cancellations", "late"] as const;
  const bands = names.map((name) => limits[name].filter((limit) => rates[name] > limit).length);
  const worst = Math.max(...bands);
  if (worst === 0) return names.every((name) => rates[name] <= leaderLimits[name] * 1.6) ? "5_green" : "4_light_green";
  return worst === 1 ? "3_yellow" : worst === 2 ? "2_orange" : "1_red";
}
