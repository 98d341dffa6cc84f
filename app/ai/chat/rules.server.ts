import { answerQuery } from "#app/domain/metrics/answer-query.server.ts";
import { askQuestion } from "#app/domain/metrics/ask-question.server.ts";
import type { Rules } from "./rules.ts";

/** The rules of the product: its grammar for words, its catalogue for numbers. */
export const rules: Rules = {
  ask: (ctx, { question, previous }) => askQuestion(ctx, { question, previous, locale: ctx.locale }),
  answer: (ctx, query) => answerQuery(ctx, { query, locale: ctx.locale }),
};
