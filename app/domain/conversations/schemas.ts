import { z } from "zod";
import { decodeBase64Url } from "#app/platform/crypto/base64url.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { askedQuerySchema } from "../metrics/schemas.ts";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { historyTurns, maxAttachments, maxQuestionChars, maxTitleChars } from "./limits.ts";

const id = z.string("required").min(1, "required").max(60, "fieldInvalid");
const title = z.string("required").trim().min(1, "required").max(maxTitleChars, "tooLong").regex(readableText, "unreadableCharacters");

// Both say nothing that must be there: a word that is not known would be lost without a sign.
export const createConversationSchema = z.strictObject({ title: title.optional() });
export const changeConversationSchema = z.strictObject({
  ...byIdSchema.shape,
  title: title.optional(),
  isShared: z.boolean("fieldInvalid").optional(),
});
export const listConversationsSchema = pageSchema.extend({
  q: z.string().max(200, "tooLong").optional(),
  /** own: begun by whoever asks; shared: by anybody, with everybody. */
  scope: z.enum(["all", "own", "shared"], "fieldInvalid").default("all"),
});
export const listTurnsSchema = pageSchema.extend({ conversationId: id });
export const readHistorySchema = z.object({
  conversationId: id,
  /** Along the branch that ends with this turn; by default the newest. */
  untilTurnId: id.nullable().optional(),
  limit: z.int("fieldInvalid").min(1, "fieldInvalid").max(50, "fieldInvalid").default(historyTurns),
});
/** A question without words asks by its query or by what is attached to it. */
export const questionSchema = z.string("required").trim().min(1, "required").max(maxQuestionChars, "tooLong");
export const keepTurnSchema = z.object({
  conversationId: id,
  turnId: id.optional(),
  parentId: id.nullable().optional(),
  question: questionSchema,
  /** Made by the house itself, and read again by their own schema. */
  parts: z.array(z.unknown(), "fieldInvalid"),
});
export const askConversationSchema = z.object({
  conversationId: id,
  question: questionSchema,
  query: askedQuerySchema.nullable().default(null),
  parentId: id.nullable().optional(),
  attachmentIds: z.array(id).max(maxAttachments, "fieldInvalid").default([]),
});
/** The last part of a path, as people read it. */
const fileName = z
  .string("required")
  .transform((text) => text.split(/[/\\]/).at(-1)?.trim() ?? "")
  .pipe(z.string().min(1, "required").max(120, "tooLong").regex(readableText, "unreadableCharacters"));
const base64Bytes = z
  .string("required")
  .min(1, "required")
  .transform((text, issues) => {
    const bytes = decodeBase64Url(text);
    if (bytes === undefined) issues.addIssue({ code: "custom", message: "fieldInvalid" });
    return bytes ?? z.NEVER;
  });
/** As it comes in JSON. */
export const attachFileBodySchema = z.object({ name: fileName, content: base64Bytes });
/** As it comes in JSON or, from a page, as it is. */
export const attachFileSchema = z.object({
  conversationId: id,
  name: fileName,
  content: z.union([z.instanceof(Uint8Array), base64Bytes], {
    error: ({ input }) => (typeof input === "string" && input !== "" ? "fieldInvalid" : "required"),
  }),
});
export const openAttachmentSchema = z.object({ conversationId: id, id });
