import { headroomOf, type SalesDay } from "#app/domain/selling/headroom.ts";
import { scoreOf } from "#app/domain/selling/score.ts";
import { scoreFacts } from "#app/domain/selling/testing/facts.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";

const orderCount = 10_000;
const dayMs = 24 * 3_600_000;
const rounds = 30;

type OrderRow = { placedAtMs: number; cancelledBy: string | null; isShipped: boolean; isLate: boolean; units: number };

function ordersOf(nowMs: number): OrderRow[] {
  return Array.from({ length: orderCount }, (_, index) => ({
    placedAtMs: nowMs - ((index * 7_919) % 60) * dayMs - index,
    cancelledBy: index % 97 === 0 ? "seller" : null,
    isShipped: index % 11 !== 0,
    isLate: index % 23 === 0,
    units: 1 + (index % 3),
  }));
}

/** In production the database counts the days; here rows are counted, so that the figure holds for both. */
function daysOf(orders: readonly OrderRow[]): SalesDay[] {
  const days = new Map<number, Omit<SalesDay, "day">>();
  for (const { placedAtMs, cancelledBy, isShipped, isLate } of orders) {
    const key = Math.floor(placedAtMs / dayMs);
    const day = days.get(key) ?? { orders: 0, cancelledBySeller: 0, shipped: 0, late: 0 };
    day.orders += 1;
    day.cancelledBySeller += cancelledBy === "seller" ? 1 : 0;
    day.shipped += isShipped ? 1 : 0;
    day.late += isLate ? 1 : 0;
    days.set(key, day);
  }
  return [...days].map(([key, day]) => ({ ...day, day: new Date(key * dayMs).toISOString().slice(0, 10) }));
}

/** Processor time of a whole score with headroom over ten thousand orders; the slowest of many rounds, warm and cold. */
export function scoreCase(): Result {
  const facts = scoreFacts();
  const orders = ordersOf(facts.nowMs);
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const days = daysOf(orders);
    const score = scoreOf({ ...facts, days });
    headroomOf({ ...facts, metrics: facts.reputation?.metrics ?? [], days });
    if (score.score === null) throw new Error("The score of ten thousand orders is no number.");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return { name: "score", value: round(Math.max(...times), 2), unit: "ms CPU" };
}
