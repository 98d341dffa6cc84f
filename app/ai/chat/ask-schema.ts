import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";

/** What is too long for anybody to mean is answered with what could be asked; beyond this it is no question. */
const longestQuestion = 20_000;

export const askSchema = z.object({
  question: z.string("required").trim().min(1, "required").max(longestQuestion, "tooLong"),
  /** The language of the answer; without one, that of whoever asks. */
  locale: z.enum(locales, "fieldInvalid").optional(),
  /** The conversation it goes on with; without one it begins its own. */
  conversationId: z.string("fieldInvalid").min(1, "fieldInvalid").max(60, "fieldInvalid").optional(),
});
