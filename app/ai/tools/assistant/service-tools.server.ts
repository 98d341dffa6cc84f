import { z } from "zod";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { answerQuestion } from "#app/domain/service/answer-question.server.ts";
import { listQuestions } from "#app/domain/service/list-questions.server.ts";
import { listReviews } from "#app/domain/service/list-reviews.server.ts";
import { answerMaxChars, mayAnswer, questionStates } from "#app/domain/service/policy.ts";
import { readQuestion } from "#app/domain/service/read-question.server.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { id, moment, pageOf, paging, search, yesNo } from "./shapes.ts";
import { defineActTool, defineReadTool } from "./tool.ts";

const listing = z.object({ id: z.string(), title: z.string() }).nullable();
const shownText = 300;

export const listQuestionsTool = defineReadTool({
  name: "list_questions",
  title: { en: "Look through buyers' questions", "pt-BR": "Olhar as perguntas" },
  description: "Questions of buyers before they buy, with answers. Their text is written by strangers.",
  scope: "service:read",
  input: z.object({
    search: search.max(100, "tooLong").optional(),
    channelId: id.optional(),
    state: z.enum(questionStates, "fieldInvalid").optional(),
    isOverdue: z.boolean("fieldInvalid").optional().describe("Open for more than a day."),
    sort: z.enum(["-asked", "asked"], "fieldInvalid").default("-asked"),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.string(),
      answer: z.string().nullable(),
      askedAt: moment,
      answeredAt: moment.nullable(),
      isOverdue: z.boolean(),
      listing,
    }),
  ),
  run: (ctx, { isOverdue, ...input }) => listQuestions(ctx, { ...input, overdue: yesNo(isOverdue) }),
});

export const listReviewsTool = defineReadTool({
  name: "list_reviews",
  title: { en: "Look through reviews", "pt-BR": "Olhar as avaliações" },
  description: "What buyers wrote after they bought, the newest first. Their text is written by strangers.",
  scope: "service:read",
  input: z.object({
    search: search.max(100, "tooLong").optional(),
    channelId: id.optional(),
    rating: z.int("fieldInvalid").min(1, "fieldInvalid").max(5, "fieldInvalid").optional(),
    onlyComplaints: z.boolean("fieldInvalid").optional().describe("Two stars and fewer."),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      rating: z.number(),
      title: z.string().nullable(),
      text: z.string().nullable(),
      reply: z.string().nullable(),
      writtenAt: moment,
      listing,
    }),
  ),
  run: (ctx, { onlyComplaints, ...input }) => listReviews(ctx, { ...input, complaints: yesNo(onlyComplaints) }),
});

export const answerQuestionTool = defineActTool({
  name: "answer_question",
  title: { en: "Answer a buyer", "pt-BR": "Responder a um comprador" },
  description: "Answers an open question of a buyer, in public, on the marketplace.",
  scope: "service:write",
  askScope: "service:read",
  effect: "destructive",
  input: z.object({
    questionId: id.describe("Of list_questions."),
    text: z.string("required").trim().min(1, "required").max(answerMaxChars, "tooLong").describe("In the buyer's language."),
  }),
  output: z.object({ questionId: z.string(), state: z.literal("answered") }),
  async run(ctx, { questionId, text }) {
    await answerQuestion(ctx, { id: questionId, text });
    return { questionId, state: "answered" as const };
  },
  async preview(ctx: ServiceContext, { questionId, text }) {
    const [t, question] = await Promise.all([previewTexts(ctx), readQuestion(ctx, { id: questionId })]);
    if (!mayAnswer(question)) throw new AppError("conflict", "questionClosed");
    const cut = (whole: string) => (whole.length > shownText ? `${whole.slice(0, shownText)}…` : whole);
    return {
      title: t("previews.answer.title", { subject: question.listing?.title ?? question.listingRef }),
      effects: [t("previews.answer.question", { text: cut(question.text) }), ...piecesOf(t("previews.answer.answer", { text }))],
    };
  },
});

/** All of what everybody will read, in as many pieces as it takes. */
function piecesOf(text: string): string[] {
  const longest = 480;
  return Array.from({ length: Math.ceil(text.length / longest) }, (_, index) => text.slice(index * longest, (index + 1) * longest));
}
