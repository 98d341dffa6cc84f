import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { wholeNumber } from "../whole-number.ts";
import { fixTargets } from "./fix-targets.ts";
import { gapStates } from "./kinds.ts";
import { noteMaxChars } from "./policy.ts";

const idText = z.string("fieldInvalid").max(60, "fieldInvalid");

export const listGapsSchema = z.object({
  state: z.enum(gapStates, "fieldInvalid").optional(),
  productId: idText.optional(),
  listingId: idText.optional(),
  target: z.enum(fixTargets, "fieldInvalid").optional(),
  ...pageSchema.shape,
});

export const decideGapSchema = byIdSchema.extend({
  state: z.enum(gapStates, "fieldInvalid"),
  /** As it was read; without one, whatever it is now. */
  version: wholeNumber().optional(),
});

export type DecideGapInput = { id: string; state: string; version?: unknown };

export const noteIssueSchema = z.object({
  gapId: idText.min(1, "required"),
  note: z.string("required").trim().min(1, "required").max(noteMaxChars, "tooLong").regex(readableText, "unreadableCharacters"),
});
export const listIssuesSchema = z.object({ state: z.enum(["open", "resolved"], "fieldInvalid").optional(), ...pageSchema.shape });
