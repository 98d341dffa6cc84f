import type { Clock } from "./clock.ts";

/** The highest priority comes first; equal ones in the order they came. */
export type PriorityQueue<T> = {
  readonly size: number;
  push(item: T, priority: number): void;
  peek(): T | undefined;
  pop(): T | undefined;
};

/** Waiting raises the priority by this much a second, so that nothing waits for ever. */
export type Ageing = { clock: Clock; priorityPerSecond: number };

type Node<T> = { item: T; rank: number; order: number };

function isBefore<T>(a: Node<T>, b: Node<T>): boolean {
  return a.rank === b.rank ? a.order < b.order : a.rank > b.rank;
}

function siftUp<T>(heap: Node<T>[], node: Node<T>): void {
  let index = heap.length;
  heap.push(node);
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (!parent || !isBefore(node, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = node;
}

function siftDown<T>(heap: Node<T>[], node: Node<T>): void {
  let index = 0;
  for (;;) {
    const leftIndex = 2 * index + 1;
    const left = heap[leftIndex];
    const right = heap[leftIndex + 1];
    const rightFirst = left !== undefined && right !== undefined && isBefore(right, left);
    const child = rightFirst ? right : left;
    if (!child || !isBefore(child, node)) break;
    heap[index] = child;
    index = rightFirst ? leftIndex + 1 : leftIndex;
  }
  heap[index] = node;
}

export function createPriorityQueue<T>(ageing?: Ageing): PriorityQueue<T> {
  const heap: Node<T>[] = [];
  let pushed = 0;
  // All age at the same rate, so the order never changes: arriving later is the same as starting lower.
  const rankOf = (priority: number) => (ageing ? priority - (ageing.clock.now() / 1_000) * ageing.priorityPerSecond : priority);
  return {
    get size() {
      return heap.length;
    },
    push(item, priority) {
      if (Number.isNaN(priority)) throw new RangeError("A priority must be a number");
      siftUp(heap, { item, rank: rankOf(priority), order: pushed });
      pushed += 1;
    },
    peek: () => heap[0]?.item,
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first && last && heap.length > 0) siftDown(heap, last);
      return first?.item;
    },
  };
}
