import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WaitingQuestions } from "./waiting-questions.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer finds who waits for it, whether it comes before or after they begin to wait", async () => {
  const questions = new WaitingQuestions();
  expect([questions.open("early"), questions.open("late")]).toEqual([true, true]);
  expect(questions.deliver("early", "yes")).toBe(true);
  const late = questions.answerTo("late");
  expect(questions.deliver("late", "no")).toBe(true);
  expect(await Promise.all([questions.answerTo("early"), late])).toEqual(["yes", "no"]);
});

test("a question is answered once, and what nobody asked is not answered", async () => {
  const questions = new WaitingQuestions();
  questions.open("one");
  expect([questions.deliver("one", "first"), questions.deliver("one", "second"), questions.deliver("other", "what?")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await questions.answerTo("one")).toBe("first");
  expect(await questions.answerTo("one")).toBe(null);
});

test("what nobody answers in five minutes is over, and makes room", async () => {
  const questions = new WaitingQuestions();
  const opened = Array.from({ length: 33 }, (_, index) => questions.open(`q${index}`));
  expect(opened.filter(Boolean)).toHaveLength(32);
  const answer = questions.answerTo("q0");
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(await answer).toBe(null);
  expect(questions.deliver("q0", "too late")).toBe(false);
  expect(questions.open("q33")).toBe(true);
});
