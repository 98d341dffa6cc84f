import { describe, expect, test } from "vitest";
import { answerableEn } from "./answerable-en.ts";
import { answerableOdd, answerablePt } from "./answerable-pt.ts";
import type { AskCase } from "./case.ts";
import { dictated, dictatedRefused } from "./dictated.ts";
import { followUps } from "./follow-ups.ts";
import { grade } from "./grade.ts";
import { heldBackAnswerable, heldBackRefused } from "./held-back.ts";
import { onceHeldBack, onceHeldBackRefused } from "./once-held-back.ts";
import { ambiguous, hostile, unanswerable } from "./refused.ts";
import { saidOtherwise, saidOtherwiseRefused } from "./said-otherwise.ts";
import { spokenAfter } from "./spoken-after.ts";
import { spokenEn } from "./spoken-en.ts";
import { spokenPt } from "./spoken-pt.ts";
import { spokenRefused } from "./spoken-refused.ts";

const answerable = [
  ...answerableEn,
  ...answerablePt,
  ...answerableOdd,
  ...followUps,
  ...onceHeldBack,
  ...spokenEn,
  ...spokenPt,
  ...spokenAfter,
  ...saidOtherwise,
  ...dictated,
];
const refused = [
  ...ambiguous,
  ...unanswerable,
  ...hostile,
  ...onceHeldBackRefused,
  ...spokenRefused,
  ...saidOtherwiseRefused,
  ...dictatedRefused,
];
const leastShare = 0.95;
/** What the rules were not made for. */
const leastHeldBack = 0.75;
const mostMisread = 0.1;

async function wrongOf(cases: readonly AskCase[]) {
  const graded = await Promise.all(cases.map(grade));
  return graded.filter(({ isRight }) => !isRight);
}

describe("the own set of questions", () => {
  test("is large enough to say something", () => {
    expect(answerable.length).toBeGreaterThanOrEqual(100);
    expect(answerable.length + refused.length).toBeGreaterThanOrEqual(150);
  });
  test("of what can be answered, at least 95 of 100 are the right typed query", async () => {
    const wrong = await wrongOf(answerable);
    expect(wrong.slice(0, wrong.length / answerable.length > 1 - leastShare ? undefined : 0)).toEqual([]);
  });
  test("of what cannot, all are refused, for a reason that fits", async () => {
    expect(await wrongOf(refused)).toEqual([]);
  });
});

describe("the set that is held back", () => {
  test("is right in most, and where it is not, refusal is the rule and a wrong number the exception", async () => {
    const wrong = await wrongOf(heldBackAnswerable);
    expect(wrong.length / heldBackAnswerable.length).toBeLessThanOrEqual(1 - leastHeldBack);
    expect(wrong.filter(({ got }) => !got.startsWith("refused")).length / heldBackAnswerable.length).toBeLessThanOrEqual(mostMisread);
  });
  test("of what cannot be answered, all are refused", async () => {
    expect(await wrongOf(heldBackRefused)).toEqual([]);
  });
});
