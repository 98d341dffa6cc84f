import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "./clock.ts";
import { createPriorityQueue, type PriorityQueue } from "./priority-queue.ts";

function drain<T>(queue: PriorityQueue<T>): T[] {
  const drained: T[] = [];
  while (queue.size > 0) {
    const next = queue.peek();
    const popped = queue.pop();
    expect(popped).toBe(next);
    if (popped !== undefined) drained.push(popped);
  }
  expect(queue.pop()).toBeUndefined();
  return drained;
}

test("items leave by priority, equal ones in the order they came", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (priorities) => {
      const queue = createPriorityQueue<{ priority: number; order: number }>();
      const items = priorities.map((priority, order) => ({ priority, order }));
      for (const item of items) queue.push(item, item.priority);
      expect(drain(queue)).toEqual(items.toSorted((a, b) => b.priority - a.priority || a.order - b.order));
    }),
  );
});

test("pushing and popping in any mix always gives the best of those inside", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }))), (steps) => {
      const queue = createPriorityQueue<number>();
      const popped: [number | undefined, number | undefined][] = [];
      let inside: number[] = [];
      for (const step of steps) {
        if (step === null) {
          const best = inside.length > 0 ? Math.max(...inside) : undefined;
          const bestIndex = inside.indexOf(best ?? -1);
          inside = inside.filter((_, index) => index !== bestIndex);
          popped.push([queue.pop(), best]);
        } else {
          queue.push(step, step);
          inside.push(step);
        }
        expect(queue.size).toBe(inside.length);
      }
      for (const [got, best] of popped) expect(got).toBe(best);
    }),
  );
});

test("with ageing an old item of low priority overtakes new ones of high priority", () => {
  const clock = createFakeClock(1_795_000_000_000);
  const queue = createPriorityQueue<string>({ clock, priorityPerSecond: 1 });
  queue.push("patient", 0);
  clock.advance(9_000);
  queue.push("urgent", 10);
  clock.advance(2_000);
  queue.push("late", 10);
  expect(drain(queue)).toEqual(["urgent", "patient", "late"]);
});

test("a priority that is no number is refused", () => {
  expect(() => createPriorityQueue().push("x", Number.NaN)).toThrow(RangeError);
});
