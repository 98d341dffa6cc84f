import { type Random, seededRandom } from "#app/platform/seeded-random.ts";

/** What goes wrong on a floor. Each happens with its chance whenever it could. */
export const faultKinds = [
  "frame-lost",
  "frame-twice",
  "frame-late",
  "socket-closed",
  "tablet-restarted",
  "room-stops-before-writing",
  "room-stops-in-mid-write",
  "room-stops-before-its-alarm-is-set",
  "room-stops-before-it-replies",
  "room-stops-while-it-tells",
  "room-stops-before-it-forgets-what-it-told",
  "call-lost",
  "answer-lost",
  "told-late-again",
] as const;
export type FaultKind = (typeof faultKinds)[number];

const chances: Record<FaultKind, number> = {
  "frame-lost": 0.02,
  "frame-twice": 0.03,
  "frame-late": 0.03,
  "socket-closed": 0.01,
  "tablet-restarted": 0.003,
  "room-stops-before-writing": 0.001,
  "room-stops-in-mid-write": 0.002,
  "room-stops-before-its-alarm-is-set": 0.001,
  "room-stops-before-it-replies": 0.002,
  "room-stops-while-it-tells": 0.02,
  "room-stops-before-it-forgets-what-it-told": 0.02,
  "call-lost": 0.05,
  "answer-lost": 0.05,
  "told-late-again": 0.1,
};

export type World = {
  nowMs(): number;
  random: Random;
  below(end: number): number;
  pick<Value>(values: readonly Value[]): Value | undefined;
  chance(probability: number): boolean;
  nextId(prefix: string): string;
  after(waitMs: number, run: () => void): void;
  /** Work that goes on beside others; what it throws ends the run. */
  beside(work: () => Promise<void>): void;
  /** Whether this goes wrong now; counted. */
  strikes(kind: FaultKind): boolean;
  faults: Record<FaultKind, number>;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  run(untilMs: number): Promise<void>;
};

type Due = { atMs: number; order: number; run: () => void };

/** A clock that jumps from event to event, and one source of chance: the same seed is the same history. */
export function createWorld(seed: number, without: ReadonlySet<FaultKind>): World {
  const random = seededRandom(seed);
  const due = createQueue();
  const faults = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  let nowMs = 1_800_000_000_000;
  const startMs = nowMs;
  let [made, order, besides] = [0, 0, 0];
  let isCalm = false;
  let failure: { error: unknown } | undefined;
  const below = (end: number) => Math.floor(random() * end);
  return {
    nowMs: () => nowMs,
    random,
    below,
    pick: (values) => values[below(values.length)],
    chance: (probability) => random() < probability,
    nextId(prefix) {
      made += 1;
      return `${prefix}_${String(made).padStart(7, "0")}`;
    },
    after(waitMs, run) {
      order += 1;
      due.add({ atMs: nowMs + waitMs, order, run });
    },
    beside(work) {
      besides += 1;
      work()
        .catch((error: unknown) => void (failure = { error }))
        .finally(() => void (besides -= 1));
    },
    strikes(kind) {
      const isStruck = random() < chances[kind] && !isCalm && !without.has(kind);
      if (isStruck) faults[kind] += 1;
      return isStruck;
    },
    faults,
    calm: () => void (isCalm = true),
    async run(untilMs) {
      for (let next = due.before(startMs + untilMs); next !== undefined; next = due.before(startMs + untilMs)) {
        nowMs = next.atMs;
        next.run();
        // Whatever waits for nothing but its turn gets it before the clock goes on.
        if (besides > 0) await new Promise((resolve) => setImmediate(resolve));
        if (failure !== undefined) throw failure.error;
      }
      nowMs = startMs + untilMs;
    },
  };
}

/** A heap: the earliest first, and of the same moment what was asked for first. */
function createQueue() {
  const heap: Due[] = [];
  const isEarlier = (one: Due, other: Due) => one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
  function swap(a: number, b: number): void {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  }
  const earlierOf = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    return other !== undefined && (one === undefined || isEarlier(other, one)) ? b : a;
  };
  return {
    add(item: Due): void {
      heap.push(item);
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (earlierOf(parent, at) === parent) break;
        swap(parent, at);
        at = parent;
      }
    },
    before(endMs: number): Due | undefined {
      const [first] = heap;
      if (first === undefined || first.atMs > endMs) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) heap[0] = last;
      for (let at = 0; ;) {
        const child = earlierOf(2 * at + 1, 2 * at + 2);
        if (earlierOf(at, child) === at) return first;
        swap(at, child);
        at = child;
      }
    },
  };
}
