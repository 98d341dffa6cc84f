import type { TimeLimit } from "../time-limit.ts";
import type { Batch, BatchMaker } from "./batches.ts";
import type { Likeness } from "./likeness.ts";

/** Orders as they came, a new batch whenever the next does not fit. */
export function firstComeFirstServed(maker: BatchMaker, capacity: number): Batch[] {
  const batches: number[][] = [];
  let room = 0;
  for (const [index, { size }] of maker.orders.entries()) {
    const open = batches.at(-1);
    if (open === undefined || size > room) {
      batches.push([index]);
      room = capacity - size;
    } else {
      open.push(index);
      room -= size;
    }
  }
  return batches.map((members) => maker.of(members));
}

/** Each batch begins with the longest tour left, and takes the order that adds least for what it saves until nothing fits. */
export function growFromSeeds(maker: BatchMaker, capacity: number, limit: TimeLimit): Batch[] {
  const alone = maker.orders.map((order) => maker.lengthWith(maker.empty, order));
  const left = new Set([...maker.orders.keys()].toSorted((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0)));
  const batches: Batch[] = [];
  for (const seed of left) {
    left.delete(seed);
    let batch = maker.of([seed]);
    while (!limit.isOver()) {
      const next = bestCompanion(maker, batch, left, capacity, alone);
      if (next === undefined) break;
      left.delete(next);
      batch = maker.with(batch, next);
    }
    batches.push(batch);
  }
  return batches;
}

function bestCompanion(
  maker: BatchMaker,
  batch: Batch,
  left: ReadonlySet<number>,
  capacity: number,
  alone: readonly number[],
): number | undefined {
  let best: { index: number; saved: number } | undefined;
  for (const index of left) {
    const order = maker.orders[index];
    if (order === undefined || batch.size + order.size > capacity) continue;
    const saved = batch.length + (alone[index] ?? 0) - maker.lengthWith(batch, order);
    if (best === undefined || saved > best.saved) best = { index, saved };
  }
  return best?.index;
}

type Merger = { one: Batch; other: Batch; merged: Batch; saved: number };

/** Clarke and Wright, recomputed: joins the two batches that save most by going together, and weighs the new one against the rest. */
export function joinBySavings(maker: BatchMaker, capacity: number, likeness: Likeness, limit: TimeLimit): Batch[] {
  const batchOf = maker.orders.map((_, index) => maker.of([index]));
  const queue = new MergerQueue();
  const consider = (batch: Batch) => {
    if (limit.share() > latestJoining) return;
    const near = new Set(
      batch.members.flatMap((member) => (likeness[member] ?? []).slice(0, nearest)).flatMap((other) => batchOf[other] ?? []),
    );
    near.delete(batch);
    for (const other of near) {
      if (batch.size + other.size > capacity) continue;
      const merged = maker.of([...batch.members, ...other.members]);
      const saved = batch.length + other.length - merged.length;
      if (saved > 0) queue.push({ one: batch, other, merged, saved });
    }
  };
  batchOf.forEach(consider);
  for (let best = queue.pop(); best !== undefined && !limit.isOver(); best = queue.pop()) {
    const { one, other, merged } = best;
    if (!isCurrent(batchOf, one) || !isCurrent(batchOf, other)) continue;
    for (const member of merged.members) batchOf[member] = merged;
    consider(merged);
  }
  return [...new Set(batchOf)];
}

/** The search that follows needs the rest of the time. */
const latestJoining = 0.5;
/** How many of the likest orders of each member a batch is weighed against. */
const nearest = 60;

function isCurrent(batchOf: readonly Batch[], batch: Batch): boolean {
  return batchOf[batch.members[0] ?? 0] === batch;
}

/** A heap with the greatest saving on top. */
class MergerQueue {
  readonly #heap: Merger[] = [];

  push(merger: Merger): void {
    this.#heap.push(merger);
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#savedAt(parent) >= merger.saved) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Merger | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top === undefined || last === undefined || this.#heap.length === 0) return top;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const child = this.#savedAt(2 * at + 2) > this.#savedAt(2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (this.#savedAt(child) <= this.#savedAt(at)) return top;
      this.#swap(at, child);
      at = child;
    }
  }

  #savedAt(index: number): number {
    return this.#heap[index]?.saved ?? Number.NEGATIVE_INFINITY;
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }
}
