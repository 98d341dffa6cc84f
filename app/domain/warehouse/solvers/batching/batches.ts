import type { Random } from "#app/platform/seeded-random.ts";
import { randomBelow } from "../random.ts";
import type { MeasureTour } from "../routing/measure-tour.ts";

/** An order as the search sees it: its distinct stops, and two random numbers that stand for it in the name of a batch. */
export type BatchOrder = { size: number; ranks: Int32Array; keyHigh: number; keyLow: number };

/** Never changed once made, so going back to an earlier plan is putting old batches back. */
export type Batch = {
  members: readonly number[];
  size: number;
  keyHigh: number;
  keyLow: number;
  length: number;
  /** All stops of all members and the depot, sorted; only written down when a tour has to be measured. */
  ranks: Int32Array | undefined;
};

/** Two to the power of this many tours are remembered; a newer one takes the place of an older. */
const memoryBits = 20;
const rememberedTours = 2 ** memoryBits;

/** Makes and measures batches, and remembers the lengths of the tours it was asked for. */
export class BatchMaker {
  readonly orders: readonly BatchOrder[];
  readonly empty: Batch;
  readonly #measure: MeasureTour;
  readonly #highs = new Uint32Array(rememberedTours);
  readonly #lows = new Uint32Array(rememberedTours);
  readonly #lengths = new Float64Array(rememberedTours).fill(Number.NaN);
  readonly #merged: Int32Array;
  readonly #spare: Int32Array;
  readonly #depot: Int32Array;

  constructor(orders: readonly BatchOrder[], depotRank: number, measure: MeasureTour) {
    this.orders = orders;
    this.#measure = measure;
    this.#merged = new Int32Array(orders.reduce((sum, { ranks }) => sum + ranks.length, 1));
    this.#spare = new Int32Array(this.#merged.length);
    this.#depot = Int32Array.of(depotRank);
    this.empty = { members: [], size: 0, keyHigh: 0, keyLow: 0, length: 0, ranks: this.#depot };
  }

  /** Length of the tour if the order went along. */
  lengthWith(batch: Batch, order: BatchOrder): number {
    const high = (batch.keyHigh ^ order.keyHigh) >>> 0;
    const low = (batch.keyLow ^ order.keyLow) >>> 0;
    const known = this.#recall(high, low);
    if (known !== undefined) return known;
    batch.ranks ??= this.#ranksOf(batch.members);
    return this.#remember(high, low, this.#measure(this.#merged, this.#merge(batch.ranks, order.ranks)));
  }

  with(batch: Batch, index: number): Batch {
    const order = this.orders[index];
    if (order === undefined) return batch;
    return {
      members: [...batch.members, index],
      size: batch.size + order.size,
      keyHigh: (batch.keyHigh ^ order.keyHigh) >>> 0,
      keyLow: (batch.keyLow ^ order.keyLow) >>> 0,
      length: this.lengthWith(batch, order),
      ranks: undefined,
    };
  }

  of(members: readonly number[]): Batch {
    if (members.length === 0) return this.empty;
    const batch: Batch = { ...this.empty, members, ranks: undefined };
    for (const index of members) {
      const order = this.orders[index];
      batch.size += order?.size ?? 0;
      batch.keyHigh = (batch.keyHigh ^ (order?.keyHigh ?? 0)) >>> 0;
      batch.keyLow = (batch.keyLow ^ (order?.keyLow ?? 0)) >>> 0;
    }
    batch.length = this.#recall(batch.keyHigh, batch.keyLow) ?? this.#measureAnew(batch);
    return batch;
  }

  #measureAnew(batch: Batch): number {
    batch.ranks = this.#ranksOf(batch.members);
    return this.#remember(batch.keyHigh, batch.keyLow, this.#measure(batch.ranks, batch.ranks.length));
  }

  #ranksOf(members: readonly number[]): Int32Array {
    let ranks = this.#depot;
    for (const index of members) {
      const count = this.#merge(ranks, this.orders[index]?.ranks ?? ranks);
      ranks = this.#spare.subarray(0, count);
      ranks.set(this.#merged.subarray(0, count));
    }
    return ranks.slice();
  }

  #recall(high: number, low: number): number | undefined {
    const at = low & (rememberedTours - 1);
    if (this.#highs[at] !== high || this.#lows[at] !== low) return undefined;
    const length = this.#lengths[at] ?? Number.NaN;
    return Number.isNaN(length) ? undefined : length;
  }

  #remember(high: number, low: number, length: number): number {
    const at = low & (rememberedTours - 1);
    this.#highs[at] = high;
    this.#lows[at] = low;
    this.#lengths[at] = length;
    return length;
  }

  #merge(one: Int32Array, other: Int32Array): number {
    const merged = this.#merged;
    let [left, right, count] = [0, 0, 0];
    while (left < one.length && right < other.length) {
      const [a, b] = [one[left] ?? 0, other[right] ?? 0];
      if (a <= b) left += 1;
      else right += 1;
      merged[count] = a <= b ? a : b;
      count += 1;
    }
    for (; left < one.length; left += 1, count += 1) merged[count] = one[left] ?? 0;
    for (; right < other.length; right += 1, count += 1) merged[count] = other[right] ?? 0;
    return count;
  }
}

export function nameOrder(size: number, ranks: readonly number[], random: Random): BatchOrder {
  const distinct = Int32Array.from(new Set(ranks)).sort();
  return { size, ranks: distinct, keyHigh: randomBelow(random, 2 ** 32), keyLow: randomBelow(random, 2 ** 32) };
}

export function totalLength(batches: readonly Batch[]): number {
  return batches.reduce((sum, { length }) => sum + length, 0);
}
