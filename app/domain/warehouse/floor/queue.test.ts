import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptyQueue,
  type NewEntry,
  nextToSend,
  type Queue,
  queueEntrySchema,
  type QueueReply,
  refusedEntries,
  restoredQueue,
  stepQueue,
  unsentCount,
} from "./queue.ts";

const entry = (id: string, zoneId = "zon_a"): NewEntry => ({
  id,
  zoneId,
  shiftId: "shf_1",
  personName: "Ana",
  baseVersion: null,
  clientTimeMs: 1,
  command: { type: "pick", taskId: id, qty: 1 },
  about: { kind: "pick", bin: "A", item: "Kettle", qty: 1 },
});
const add = (queue: Queue, id: string, zoneId?: string) => stepQueue(queue, { type: "added", entry: entry(id, zoneId) });

test("what was taken leaves, what was refused waits to be seen, and what was not answered is sent again", () => {
  const queue = ["a", "b", "c"].reduce((all, id) => add(all, id), emptyQueue);
  const replies: QueueReply[] = [
    { id: "a", kind: "applied", reason: null },
    { id: "b", kind: "conflict", reason: "taken" },
  ];
  const after = stepQueue(queue, { type: "answered", replies });
  expect([unsentCount(after), nextToSend(after, 9).map(({ id }) => id)]).toEqual([1, ["c"]]);
  expect(refusedEntries(after)).toMatchObject([{ id: "b", reason: "taken" }]);
  // Nobody clears what was not refused.
  expect(stepQueue(after, { type: "cleared", id: "c" })).toEqual(after);
  expect(refusedEntries(stepQueue(after, { type: "cleared", id: "b" }))).toEqual([]);
});

test("one sending is for one zone, and the order over all zones holds", () => {
  const queue = add(add(add(emptyQueue, "a"), "b"), "c", "zon_b");
  expect(nextToSend(add(queue, "d"), 9).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(nextToSend(queue, 1).map(({ id }) => id)).toEqual(["a"]);
});

test("a queue that is read again after a crash is in its order and gives no number twice", () => {
  const queue = ["a", "b", "c"].reduce((all, id) => add(all, id), emptyQueue);
  const kept = queue.entries.toReversed().map((one) => queueEntrySchema.parse(structuredClone(one)));
  const restored = restoredQueue(kept, 3);
  expect(restored).toEqual(queue);
  expect(restoredQueue([], 3).nextSequence).toBe(4);
});

type Act = { type: "work" } | { type: "send"; lost: "request" | "reply" | null; refuse: number } | { type: "crash" } | { type: "clear" };
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Act>({ type: "work" }) },
  fc.record({
    type: fc.constant("send" as const),
    lost: fc.constantFrom<"request" | "reply" | null>("request", "reply", null, null),
    refuse: fc.integer({ min: 0, max: 3 }),
  }),
  fc.constant<Act>({ type: "crash" }),
  fc.constant<Act>({ type: "clear" }),
);

/** A room as the tablet sees it: it does each id once, in the order in which it first hears of them. */
function aRoom() {
  const answers = new Map<string, QueueReply>();
  const order: string[] = [];
  return {
    order,
    answers,
    hear(ids: readonly string[], refuse: number): QueueReply[] {
      return ids.map((id, index) => {
        const known = answers.get(id);
        if (known !== undefined) return known;
        const reply: QueueReply = index + 1 === refuse ? { id, kind: "conflict", reason: "taken" } : { id, kind: "applied", reason: null };
        answers.set(id, reply);
        order.push(id);
        return reply;
      });
    },
  };
}

test("through lost requests, lost replies and crashes, each command is done once, in its order, and none is dropped unseen", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), (story) => {
      const room = aRoom();
      const made: string[] = [];
      const seen = new Set<string>();
      let queue = emptyQueue;
      for (const act of story) {
        if (act.type === "work") {
          made.push(`c${made.length}`);
          queue = add(queue, made.at(-1) ?? "");
        } else if (act.type === "crash") {
          queue = restoredQueue(queue.entries, queue.nextSequence - 1);
        } else if (act.type === "clear") {
          for (const { id } of refusedEntries(queue)) {
            seen.add(id);
            queue = stepQueue(queue, { type: "cleared", id });
          }
        } else if (act.lost !== "request") {
          const replies = room.hear(
            nextToSend(queue, 3).map(({ id }) => id),
            act.refuse,
          );
          if (act.lost === null) queue = stepQueue(queue, { type: "answered", replies });
        }
      }
      expect(room.order).toEqual(made.slice(0, room.order.length));
      for (const id of made) {
        const isHeld = queue.entries.some((one) => one.id === id);
        expect(isHeld || room.answers.get(id)?.kind === "applied" || seen.has(id), id).toBe(true);
      }
      const numbers = queue.entries.map(({ sequence }) => sequence);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    }),
    { numRuns: 400 },
  );
});
