import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { answerMaxChars, questionStates } from "./policy.ts";

const idText = z.string().max(60, "fieldInvalid");
const shared = {
  search: z.string().trim().max(100, "tooLong").optional(),
  channelId: idText.optional(),
  /** The marketplace's own number of the listing. */
  listingRef: idText.optional(),
};

export const questionsInputSchema = z.object({
  ...shared,
  state: z.enum(questionStates, "fieldInvalid").optional(),
  overdue: z.enum(["0", "1"], "fieldInvalid").optional(),
  sort: z.enum(["-asked", "asked"], "fieldInvalid").default("-asked"),
  ...pageSchema.shape,
});

export const reviewsInputSchema = z.object({
  ...shared,
  rating: wholeNumber({ min: 1, max: 5 }).optional(),
  complaints: z.enum(["0", "1"], "fieldInvalid").optional(),
  ...pageSchema.shape,
});

export const answerSchema = z.object({
  id: z.string().min(1, "fieldInvalid").max(60, "fieldInvalid"),
  text: z.string().trim().min(1, "required").max(answerMaxChars, "tooLong"),
});
