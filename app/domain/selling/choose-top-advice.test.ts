import { expect, test } from "vitest";
import { chooseTopAdvice } from "./choose-top-advice.ts";

const one = (id: string, ruleId: string, priority: number, [before, after]: [number, number] = [1, 2]) => {
  return { id, ruleId, priority, expected: { metric: "m", unit: "", before, after } };
};
const ids = (open: ReturnType<typeof one>[], most = 3) => chooseTopAdvice(open, most).map(({ id }) => id);

test("what costs most comes first, one of each rule, however many of a kind are urgent", () => {
  const many = Array.from({ length: 9 }, (_, index) => one(`p${index}`, "few-pictures", 90 - index));
  expect(ids([one("low", "no-description", 20), ...many, one("mid", "below-cost", 66)])).toEqual(["p0", "mid", "low"]);
});

test("of what costs alike, the one that moves its figure furthest is shown", () => {
  expect(ids([one("a", "few-pictures", 50, [90, 100]), one("b", "few-pictures", 50, [20, 100])], 1)).toEqual(["b"]);
  // No figure moves further than one that is to fall to nothing.
  expect(ids([one("a", "few-pictures", 50, [40, 100]), one("b", "dead-stock", 50, [8_000, 0])], 1)).toEqual(["b"]);
  expect(ids([one("b", "dead-stock", 50, [0, 0]), one("a", "below-cost", 50, [0, 0])], 2)).toEqual(["a", "b"]);
});

test("where there is one kind only, more of it fills the list, and never more than is there", () => {
  expect(ids([one("a", "few-pictures", 50), one("b", "few-pictures", 60)])).toEqual(["b", "a"]);
  expect(ids([])).toEqual([]);
});
