import { describe, expect, test } from "vitest";
import { repeatedWord } from "../complaint-words.ts";
import { channelFacts } from "../testing/facts.ts";
import { lateToday } from "./late-today.ts";
import { questionsWaiting } from "./questions-waiting.ts";
import { channelRules } from "./registry.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";
import { shipBySoon } from "./ship-by-soon.ts";
import { slowAnswers } from "./slow-answers.ts";

const cases: [ChannelRule, fires: Partial<ChannelFacts>, quiet: Partial<ChannelFacts>][] = [
  [questionsWaiting, { questions: { open: 2, over24h: 1, oldestHours: 25 } }, { questions: { open: 2, over24h: 0, oldestHours: 23 } }],
  [slowAnswers, { answerMinutes: 721 }, { answerMinutes: 720 }],
  [slowAnswers, { answerMinutes: 5_000 }, { answerMinutes: null }],
  [lateToday, { dispatch: { late: 1, dueSoon: 0 } }, { dispatch: { late: 0, dueSoon: 3 } }],
  [shipBySoon, { dispatch: { late: 0, dueSoon: 1 } }, { dispatch: { late: 3, dueSoon: 0 } }],
];

describe.each(cases.map(([rule, fires, quiet], index) => ({ name: `${rule.id} (${index})`, rule, fires, quiet })))(
  "$name",
  ({ rule, fires, quiet }) => {
    test("fires with figures, towards a goal", () => {
      const facts = channelFacts(fires);
      expect(rule.condition(facts)?.length).toBeGreaterThan(0);
      expect(rule.measure.read(facts)).toBeGreaterThan(rule.measure.goal(facts));
    });
    test("is quiet one step away", () => expect(rule.condition(channelFacts(quiet))).toBeUndefined());
  },
);

test("a channel that is as it should be gets no advice at all", () => {
  expect(channelRules.filter((rule) => rule.condition(channelFacts()) !== undefined).map(({ id }) => id)).toEqual([]);
});

describe("a complaint that several buyers share", () => {
  test("is the word in most reviews, however often one of them repeats it", () => {
    const texts = ["A tampa vaza, vaza, vaza muito", "Tampa quebrada", "a TAMPA não fecha", "veio com a cor errada"];
    expect(repeatedWord(texts, 3)).toEqual({ text: "tampa", reviews: 3 });
    expect(repeatedWord(texts, 4)).toBeUndefined();
  });
  test("is no filler word", () => {
    expect(repeatedWord(["muito ruim produto", "produto muito fraco", "não comprem esse produto"], 3)).toBeUndefined();
  });
});
