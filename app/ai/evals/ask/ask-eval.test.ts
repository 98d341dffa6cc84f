import { describe, expect, test } from "vitest";
import { answerableEn } from "./answerable-en.ts";
import { answerableOdd, answerablePt } from "./answerable-pt.ts";
import type { AskCase } from "./case.ts";
import { followUps } from "./follow-ups.ts";
import { grade } from "./grade.ts";
import { ambiguous, hostile, unanswerable } from "./refused.ts";

const answerable = [...answerableEn, ...answerablePt, ...answerableOdd, ...followUps];
const refused = [...ambiguous, ...unanswerable, ...hostile];
const leastShare = 0.95;

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
