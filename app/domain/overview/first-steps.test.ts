import { expect, test } from "vitest";
import { firstSteps, type WhatIsThere } from "./first-steps.ts";

const nothing: WhatIsThere = {
  channels: 0,
  linkedListings: 0,
  suggestedListings: 0,
  costedVariants: 0,
  conversations: 0,
  members: 1,
  waitingInvitations: 0,
  stockedSkus: 0,
  sites: 0,
};
const doneOf = (there: Partial<WhatIsThere>) =>
  firstSteps({ ...nothing, ...there })
    .filter((one) => one.isDone)
    .map((one) => one.step);

test("a new workspace has everything before it, the channel first", () => {
  const steps = firstSteps(nothing);
  expect(steps.map((one) => one.step)).toEqual(["channel", "products", "costs", "question", "team", "warehouse", "site"]);
  expect(steps.every((one) => !one.isDone)).toBe(true);
});

test("a step is done once what it is about is there, whoever made it", () => {
  expect(doneOf({ channels: 1 })).toEqual(["channel"]);
  expect(doneOf({ costedVariants: 1, conversations: 1, stockedSkus: 2, sites: 1 })).toEqual(["costs", "question", "warehouse", "site"]);
  expect([doneOf({ members: 2 }), doneOf({ waitingInvitations: 1 })]).toEqual([["team"], ["team"]]);
});

test("listings have their products only when no suggestion waits", () => {
  expect(doneOf({ linkedListings: 3, suggestedListings: 1 })).toEqual([]);
  expect(doneOf({ linkedListings: 3 })).toEqual(["products"]);
  expect(doneOf({ suggestedListings: 0 })).toEqual([]);
});
