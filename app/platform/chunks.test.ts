import { expect, test } from "vitest";
import { chunks } from "./chunks.ts";

test("a list comes apart into pieces that hold each item once, in order", () => {
  expect([chunks([1, 2, 3, 4, 5], 2), chunks([1, 2], 2), chunks([], 2)]).toEqual([[[1, 2], [3, 4], [5]], [[1, 2]], []]);
});
