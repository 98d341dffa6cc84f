import type { Random } from "#app/platform/seeded-random.ts";
import { randomBelow, shuffleInPlace } from "../random.ts";
import type { TimeLimit } from "../time-limit.ts";
import { type Batch, type BatchMaker, totalLength } from "./batches.ts";
import type { Likeness } from "./likeness.ts";

/** A round takes orders out of at most this many batches. */
const mostRuinedBatches = 5;
/** And at most this many orders in all. */
const mostRemoved = 8;
/** The chance that a good place is overlooked: without it, the same orders fall back to the same places. */
const overlooked = 0.05;
/** A worse plan is accepted as long as it costs no more than about this share of an average tour, at the start and at the end. */
const warmth = { start: 0.1, end: 0.001 };

type Search = { maker: BatchMaker; capacity: number; likeness: Likeness; random: Random };

/**
 * Takes related orders out of a few batches, puts them back where they cost least, and keeps the plan by the rule of simulated
 * annealing: worse ones early, only better ones late. The best plan seen is the answer.
 */
export function ruinAndRecreate(first: readonly Batch[], search: Search, limit: TimeLimit): Batch[] {
  const plan = new Plan(first, search.maker);
  let best = { length: plan.length, batches: plan.batches() };
  const scale = plan.length / Math.max(1, first.length);
  for (let share = limit.share(); share < 1; share = limit.share()) {
    const temperature = scale * warmth.start * (warmth.end / warmth.start) ** share;
    const before = plan.length;
    plan.begin();
    recreate(plan, ruin(plan, search), search);
    if (plan.length >= before - temperature * Math.log(search.random())) plan.undo();
    else if (plan.length < best.length - 1e-9) best = { length: plan.length, batches: plan.batches() };
  }
  return best.batches;
}

/** The plan under search: batches in numbered places, some of them empty, and a note of what a round changed. */
class Plan {
  readonly places: Batch[];
  readonly placeOf: Int32Array;
  length: number;
  readonly #maker: BatchMaker;
  readonly #changed = new Map<number, Batch>();
  #lengthBefore = 0;

  constructor(batches: readonly Batch[], maker: BatchMaker) {
    this.#maker = maker;
    this.places = [...batches];
    this.placeOf = new Int32Array(maker.orders.length);
    this.length = totalLength(batches);
    batches.forEach((batch, place) => this.#settle(batch, place));
  }

  begin(): void {
    this.#changed.clear();
    this.#lengthBefore = this.length;
  }

  put(place: number, batch: Batch): void {
    const before = this.places[place] ?? this.#maker.empty;
    if (!this.#changed.has(place)) this.#changed.set(place, before);
    this.length += batch.length - before.length;
    this.places[place] = batch;
    this.#settle(batch, place);
  }

  undo(): void {
    for (const [place, batch] of this.#changed) {
      this.places[place] = batch;
      this.#settle(batch, place);
    }
    this.length = this.#lengthBefore;
  }

  /** A place without orders; a new one if all are taken. */
  emptyPlace(): number {
    const free = this.places.findIndex(({ members }) => members.length === 0);
    return free < 0 ? this.places.length : free;
  }

  batches(): Batch[] {
    return this.places.filter(({ members }) => members.length > 0);
  }

  #settle(batch: Batch, place: number): void {
    for (const member of batch.members) this.placeOf[member] = place;
  }
}

function ruin(plan: Plan, { maker, likeness, random }: Search): number[] {
  const seed = randomBelow(random, maker.orders.length);
  const wanted = 1 + randomBelow(random, mostRuinedBatches);
  const ruined = new Set<number>();
  const removed: number[] = [];
  for (const order of [seed, ...(likeness[seed] ?? [])]) {
    const place = plan.placeOf[order] ?? 0;
    if (ruined.has(place)) continue;
    ruined.add(place);
    const batch = plan.places[place] ?? maker.empty;
    const taken = takeSome(batch, order, Math.min(batch.members.length, mostRemoved - removed.length), random);
    removed.push(...taken);
    plan.put(place, maker.of(batch.members.filter((member) => !taken.includes(member))));
    if (ruined.size >= wanted || removed.length >= mostRemoved) break;
  }
  return removed;
}

function takeSome({ members }: Batch, always: number, most: number, random: Random): number[] {
  const count = 1 + randomBelow(random, most);
  if (count >= members.length) return [...members];
  const others = members.filter((member) => member !== always);
  shuffleInPlace(others, random);
  return [always, ...others.slice(0, count - 1)];
}

function recreate(plan: Plan, removed: number[], search: Search): void {
  const { maker, random } = search;
  shuffleInPlace(removed, random);
  const rule = randomBelow(random, 3);
  const worth = (index: number) => {
    const order = maker.orders[index];
    if (order === undefined || rule === 0) return 0;
    return rule === 1 ? -order.size : -maker.lengthWith(maker.empty, order);
  };
  for (const index of removed.toSorted((one, other) => worth(one) - worth(other))) {
    const place = cheapestPlace(plan, index, search);
    plan.put(place, maker.with(plan.places[place] ?? maker.empty, index));
  }
}

function cheapestPlace(plan: Plan, index: number, { maker, capacity, random }: Search): number {
  const order = maker.orders[index] ?? { size: 0, ranks: new Int32Array(0), keyHigh: 0, keyLow: 0 };
  let cheapest = -1;
  let cost = maker.lengthWith(maker.empty, order);
  for (const [place, batch] of plan.places.entries()) {
    if (batch.members.length === 0 || batch.size + order.size > capacity) continue;
    const added = maker.lengthWith(batch, order) - batch.length;
    if (added < cost && random() >= overlooked) {
      cost = added;
      cheapest = place;
    }
  }
  return cheapest < 0 ? plan.emptyPlace() : cheapest;
}
