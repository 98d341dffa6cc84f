import type { MeasureTour } from "../routing/measure-tour.ts";
import type { Stops } from "../routing/stops.ts";

/** Orders that name the same skus are one, walked `times` times. */
type LoggedOrder = { skus: Int32Array; times: number };

/** Which sku lies in which bin, by their indexes; -1 for an empty bin. */
export type Assignment = { binOf: Int32Array; skuIn: Int32Array };

export function assignmentOf(binOf: Int32Array, bins: number): Assignment {
  const skuIn = new Int32Array(bins).fill(-1);
  binOf.forEach((bin, sku) => {
    skuIn[bin] = sku;
  });
  return { binOf, skuIn };
}

/** The orders of the past and how long the shortest tour for each is while skus move between bins. */
export class OrderLog {
  readonly orders: readonly LoggedOrder[];
  /** Indexes of the orders that name a sku. */
  readonly ordersOf: readonly number[][];
  /** How many tours come for a sku. */
  readonly visits: Float64Array;
  readonly #rankOfBin: Int32Array;
  readonly #depotRank: number;
  readonly #measureTour: MeasureTour;
  readonly #lengths: Float64Array;
  readonly #scratch: Int32Array;
  /** Orders measured for the move under consideration and their new lengths. */
  readonly #touched: Int32Array;
  readonly #newLengths: Float64Array;
  #touchedCount = 0;
  readonly #seenAt: Int32Array;
  #look = 0;

  constructor(orders: readonly (readonly number[])[], skus: number, stops: Stops, measureTour: MeasureTour) {
    this.orders = distinctOrders(orders);
    const ordersOf = Array.from({ length: skus }, (): number[] => []);
    this.visits = new Float64Array(skus);
    for (const [index, order] of this.orders.entries()) {
      for (const sku of order.skus) {
        ordersOf[sku]?.push(index);
        this.visits[sku] = (this.visits[sku] ?? 0) + order.times;
      }
    }
    this.ordersOf = ordersOf;
    this.#rankOfBin = stops.rankOfPlace;
    this.#depotRank = stops.depotRank;
    this.#measureTour = measureTour;
    this.#lengths = new Float64Array(this.orders.length);
    this.#scratch = new Int32Array(this.orders.reduce((most, order) => Math.max(most, order.skus.length), 0) + 1);
    this.#touched = new Int32Array(this.orders.length);
    this.#newLengths = new Float64Array(this.orders.length);
    this.#seenAt = new Int32Array(this.orders.length).fill(-1);
  }

  /** Measures every order anew. */
  measureAll({ binOf }: Assignment): number {
    let total = 0;
    for (const [index, { times }] of this.orders.entries()) {
      const length = this.#measure(index, binOf);
      this.#lengths[index] = length;
      total += times * length;
    }
    return total;
  }

  /** What all tours together grow by when these skus have moved; `keep` makes it so. */
  change({ binOf }: Assignment, skus: readonly number[]): number {
    this.#look += 1;
    this.#touchedCount = 0;
    let grown = 0;
    for (const sku of skus) {
      for (const order of this.ordersOf[sku] ?? []) {
        if (this.#seenAt[order] === this.#look) continue;
        this.#seenAt[order] = this.#look;
        const length = this.#measure(order, binOf);
        this.#touched[this.#touchedCount] = order;
        this.#newLengths[this.#touchedCount] = length;
        this.#touchedCount += 1;
        grown += (this.orders[order]?.times ?? 0) * (length - (this.#lengths[order] ?? 0));
      }
    }
    return grown;
  }

  keep(): void {
    for (let index = 0; index < this.#touchedCount; index += 1) {
      this.#lengths[this.#touched[index] ?? 0] = this.#newLengths[index] ?? 0;
    }
  }

  /** Orders are small, so that sorting by insertion is the fastest. */
  #measure(index: number, binOf: Int32Array): number {
    const scratch = this.#scratch;
    const skus = this.orders[index]?.skus ?? scratch;
    scratch[0] = this.#depotRank;
    for (let at = 0; at < skus.length; at += 1) {
      const rank = this.#rankOfBin[binOf[skus[at] ?? 0] ?? 0] ?? 0;
      let place = at;
      while (place >= 0 && (scratch[place] ?? 0) > rank) {
        scratch[place + 1] = scratch[place] ?? 0;
        place -= 1;
      }
      scratch[place + 1] = rank;
    }
    return this.#measureTour(scratch, skus.length + 1);
  }
}

function distinctOrders(orders: readonly (readonly number[])[]): LoggedOrder[] {
  const distinct = new Map<string, LoggedOrder>();
  for (const order of orders) {
    const skus = Int32Array.from(new Set(order)).sort();
    if (skus.length === 0) continue;
    const known = distinct.get(skus.join());
    if (known === undefined) distinct.set(skus.join(), { skus, times: 1 });
    else known.times += 1;
  }
  return [...distinct.values()];
}
