import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "./clock.ts";
import { createIds, createSequentialIds } from "./ids.ts";

test("an id is its prefix and 26 lowercase characters without i, l, o and u", () => {
  expect(createIds(createFakeClock(1_795_000_000_000)).next("usr")).toMatch(/^usr_[0-9a-hjkmnp-tv-z]{26}$/);
});

test("ids sort by creation as text, also within one millisecond and when the clock runs back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 60 }), (stepsMs) => {
      const clock = createFakeClock(1_795_000_000_000);
      const ids = createIds(clock);
      const made = stepsMs.map((stepMs) => {
        clock.advance(stepMs);
        return ids.next("ord");
      });
      expect(made.toSorted()).toEqual(made);
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

test("ids stay in order when the random part of one millisecond is used up", () => {
  const ids = createIds(createFakeClock(1_000), (length) => new Uint8Array(length).fill(255));
  const first = ids.next("x");
  const second = ids.next("x");
  expect(second > first).toBe(true);
});

test("two sources at the same instant do not make the same id", () => {
  const clock = createFakeClock(1_000);
  expect(createIds(clock).next("usr")).not.toBe(createIds(clock).next("usr"));
});

test("a token carries 32 random bytes", () => {
  const ids = createIds(createFakeClock(1_000));
  expect(ids.token()).toMatch(/^[\w-]{43}$/);
  expect(ids.token()).not.toBe(ids.token());
});

test("sequential ids are the same in every run, and still sort and differ", () => {
  const ids = createSequentialIds();
  const made = Array.from({ length: 100 }, () => ids.next("usr"));
  expect(made[0]).toBe("usr_00000000000000000000000001");
  expect(made.toSorted()).toEqual(made);
  expect(ids.token()).not.toBe(ids.token());
  expect(createSequentialIds().token()).toBe(createSequentialIds().token());
});
