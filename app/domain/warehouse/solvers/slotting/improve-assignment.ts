import type { Random } from "#app/platform/seeded-random.ts";
import { randomBelow } from "../random.ts";
import type { TimeLimit } from "../time-limit.ts";
import { type Assignment, assignmentOf, type OrderLog } from "./order-log.ts";

/** Worse exchanges are accepted up to about this share of an average one, at the start and at the end. */
const warmth = { start: 0.25, end: 0.002 };
/** Exchanges looked at to learn how much an average one changes. */
const samples = 60;

export type SlotSearch = {
  log: OrderLog;
  bins: number;
  random: Random;
  /** Bins in the order of their aisles. */ binsInOrder: Int32Array;
  placeOfBin: Int32Array;
};

/** Exchanges two skus, or moves one to an empty bin, by the rule of simulated annealing; only the tours that visit them are walked again. */
export function improveAssignment(first: Int32Array, search: SlotSearch, limit: TimeLimit): Int32Array {
  const { log, random } = search;
  const assignment = assignmentOf(first.slice(), search.bins);
  let length = log.measureAll(assignment);
  let best = { length, binOf: first.slice() };
  const scale = averageChange(assignment, search);
  for (let share = limit.share(); share < 1; share = limit.share()) {
    const temperature = scale * warmth.start * (warmth.end / warmth.start) ** share;
    const exchange = propose(assignment, search);
    if (exchange === undefined) continue;
    apply(assignment, exchange);
    const change = log.change(assignment, exchange.skus);
    if (change > -temperature * Math.log(random())) {
      apply(assignment, reversed(exchange));
      continue;
    }
    log.keep();
    length += change;
    if (length < best.length - 1e-9) best = { length, binOf: assignment.binOf.slice() };
  }
  return best.binOf;
}

/** `skus` is one sku, or the two that change places. */
type Exchange = { skus: readonly number[]; from: number; to: number };

/** Exchanging `from` and `to` takes it back. */
function apply({ binOf, skuIn }: Assignment, { skus: [moved = 0, swapped], from, to }: Exchange): void {
  binOf[moved] = to;
  skuIn[to] = moved;
  skuIn[from] = swapped ?? -1;
  if (swapped !== undefined) binOf[swapped] = from;
}

const reversed = ({ skus, from, to }: Exchange): Exchange => ({ skus, from: to, to: from });

/** Half of the time any bin; else one beside something that is ordered together with the sku. */
function propose({ binOf, skuIn }: Assignment, search: SlotSearch): Exchange | undefined {
  const { random, bins } = search;
  const sku = randomBelow(random, binOf.length);
  const from = binOf[sku] ?? 0;
  const to = random() < 0.5 ? randomBelow(random, bins) : besideCompanion(sku, binOf, search);
  if (to === from) return undefined;
  const other = skuIn[to] ?? -1;
  return { skus: other < 0 ? [sku] : [sku, other], from, to };
}

function besideCompanion(sku: number, binOf: Int32Array, { log, random, bins, binsInOrder, placeOfBin }: SlotSearch): number {
  const orders = log.ordersOf[sku] ?? [];
  const order = log.orders[orders[randomBelow(random, orders.length)] ?? -1];
  if (order === undefined) return randomBelow(random, bins);
  const companion = order.skus[randomBelow(random, order.skus.length)] ?? sku;
  const place = (placeOfBin[binOf[companion] ?? 0] ?? 0) + randomBelow(random, 13) - 6;
  return binsInOrder[Math.min(bins - 1, Math.max(0, place))] ?? 0;
}

function averageChange(assignment: Assignment, search: SlotSearch): number {
  let [sum, count] = [0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const exchange = propose(assignment, search);
    if (exchange === undefined) continue;
    apply(assignment, exchange);
    sum += Math.abs(search.log.change(assignment, exchange.skus));
    count += 1;
    apply(assignment, reversed(exchange));
  }
  return sum / Math.max(1, count);
}
