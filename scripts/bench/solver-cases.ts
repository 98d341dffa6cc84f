import { seededRandom } from "#app/platform/seeded-random.ts";
import { solveBatch } from "#app/domain/warehouse/solvers/batching/solve-batch.ts";
import type { Place } from "#app/domain/warehouse/solvers/layout.ts";
import { randomBelow } from "#app/domain/warehouse/solvers/random.ts";
import { solveRoute } from "#app/domain/warehouse/solvers/routing/solve-route.ts";
import type { Result } from "./result.ts";
import { percentile, round } from "./statistics.ts";

const random = seededRandom(20_261_128);
const aisleLength = 30;
const floor = { layout: { aisles: 10, aisleSpacing: 5, crossAisles: [0, aisleLength] }, depot: { aisle: 0, y: 0 } };
const routes = 300;
const orderCount = 500;
const batchMs = 5_000;

const now = () => performance.now();

function somePlaces(count: number): Place[] {
  return Array.from({ length: count }, () => ({
    aisle: randomBelow(random, floor.layout.aisles),
    y: randomBelow(random, aisleLength * 10) / 10,
  }));
}

/** The shortest walk past thirty picks in ten aisles; the first ones, before anything is warm, among them. */
export function runSolveRoute(): Result {
  const times = Array.from({ length: routes }, () => {
    const picks = somePlaces(30);
    const startedAt = now();
    const { method } = solveRoute({ ...floor, picks, timeMs: 1_000, seed: 1 }, now);
    if (method !== "exact") throw new Error("The route of one block is not proven to be the shortest.");
    return now() - startedAt;
  });
  return {
    name: "solve-route",
    value: routes,
    unit: "routes",
    p50Ms: round(percentile(times, 0.5), 2),
    p99Ms: round(percentile(times, 0.99), 2),
  };
}

/** Five hundred orders for carts of twelve, in the time that the wave leaves. */
export function runSolveBatch(): Result[] {
  const orders = Array.from({ length: orderCount }, (_, index) => ({
    id: `order${index}`,
    size: 1 + randomBelow(random, 3),
    picks: somePlaces(1 + randomBelow(random, 4)),
  }));
  const problem = { ...floor, orders, capacity: 12, routing: "exact" as const, seed: 1 };
  const startedAt = now();
  const { batches, length } = solveBatch({ ...problem, timeMs: batchMs }, now);
  const passedMs = now() - startedAt;
  const placed = new Set(batches.flat()).size;
  if (placed !== orderCount) throw new Error(`${placed} of ${orderCount} orders are in a batch.`);
  const alone = orders.reduce((sum, order) => sum + solveRoute({ ...floor, picks: order.picks, timeMs: 1_000, seed: 1 }, now).length, 0);
  return [
    { name: "solve-batch", value: Math.round(passedMs), unit: "ms" },
    { name: "solve-batch/walk", value: round(length / alone, 3), unit: "× one by one" },
  ];
}
