import { z } from "zod";
import type { SavedSettings } from "#app/domain/public-chat/chat-row.ts";
import type { forgetPublicQuestions } from "#app/domain/public-chat/forget-public-questions.server.ts";
import { languages, outcomes, sources, topics } from "#app/domain/public-chat/kinds.ts";
import type { PublicQuestion } from "#app/domain/public-chat/list-public-questions.server.ts";
import type { PublicChat } from "#app/domain/public-chat/read-public-chat.server.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const flag = z.boolean();

const settings = z.object({
  isOn: flag,
  greeting: text,
  publicText: text,
  publicParagraphs: z.array(text),
  showsPrices: flag,
  showsAvailability: flag,
  usesModel: flag,
  questionsPerDay: whole,
  modelAnswersPerDay: whole,
  keepDays: whole,
  version: whole,
  updatedAt: whole.nullable(),
});

export const publicChatAnswers = {
  PublicChatSettings: exactly<SavedSettings>()(settings),
  PublicChat: exactly<PublicChat>()(
    z.object({
      settings,
      paragraphs: z.array(z.object({ print: text, text })),
      counts: z.object({ answered: whole, unanswered: whole, declined: whole }),
    }),
  ),
  PublicQuestion: exactly<PublicQuestion>()(
    z.object({
      id: text,
      askedAt: whole,
      language: z.enum(languages),
      question: text,
      answer: text,
      outcome: z.enum(outcomes),
      topic: z.enum(topics),
      source: z.enum(sources),
    }),
  ),
  ForgottenQuestions: exactly<Answer<typeof forgetPublicQuestions>>()(z.object({ forgotten: whole })),
} as const satisfies Record<string, z.ZodType>;
