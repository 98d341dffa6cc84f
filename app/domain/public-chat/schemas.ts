import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { outcomes } from "./kinds.ts";

const id = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");

/** Lines and tabs, and nothing else that cannot be seen. */
// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const readableLines = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

function textOf(longest: number) {
  return z.string("fieldInvalid").trim().max(longest, "tooLong").regex(readableLines, "unreadableCharacters");
}

const flag = z.boolean("fieldInvalid");

const settings = {
  isOn: flag,
  greeting: textOf(200).default(""),
  publicText: textOf(4_000).default(""),
  publicParagraphs: z
    .array(z.string("fieldInvalid").regex(/^[0-9a-f]{64}$/, "fieldInvalid"), "fieldInvalid")
    .max(100, "tooManyEntries")
    .transform((all) => [...new Set(all)])
    .default([]),
  showsPrices: flag.default(true),
  showsAvailability: flag.default(true),
  usesModel: flag.default(false),
  questionsPerDay: wholeNumber({ min: 1, max: 20_000 }).default(1_000),
  modelAnswersPerDay: wholeNumber({ min: 1, max: 5_000 }).default(200),
  keepDays: wholeNumber({ min: 1, max: 365 }).default(90),
};

/** `version` 0: nothing was saved yet. */
export const savePublicChatSchema = z.object({ id, ...settings, version: wholeNumber({ min: 0 }) });
export const listPublicQuestionsSchema = pageSchema.extend({
  id,
  outcome: z.string("fieldInvalid").pipe(z.enum(outcomes, "fieldInvalid")).optional(),
});
/** Without `questionId` all of the site's. */
/** A name that is written wrong must not mean all of them. */
export const forgetPublicQuestionsSchema = z.strictObject({ id, questionId: id.optional() });

export type ChatSettings = Omit<z.output<typeof savePublicChatSchema>, "id" | "version">;
export const usualSettings: ChatSettings = (({ id: _id, version: _version, ...usual }) => usual)(
  savePublicChatSchema.parse({ id: "-", isOn: false, version: 0 }),
);

/** What visitors send. Nobody reads the texts of these errors but who builds pages. */
export const openChatSchema = z.object({ key: z.string("required").min(1, "required").max(80, "fieldInvalid") });
export const askPubliclySchema = z.object({
  token: z.string("required").min(1, "required").max(2_048, "fieldInvalid"),
  question: z.string("required").trim().min(1, "required").max(500, "tooLong"),
  language: z.string("fieldInvalid").max(35, "fieldInvalid").optional(),
  /** The goods that the answer before was about, as it named them. */
  about: z.array(id, "fieldInvalid").max(4, "tooManyEntries").default([]),
  /** What the page shows. */
  sku: z.string("fieldInvalid").max(80, "fieldInvalid").optional(),
});
