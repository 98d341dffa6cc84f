import { z } from "zod";
import { wholeNumber } from "../whole-number.ts";
import { textKinds } from "./ports.ts";

const longestText = 4_000;

export const searchTextsSchema = z.object({
  q: z.string("required").trim().min(1, "required").max(500, "tooLong"),
  kind: z.string("fieldInvalid").pipe(z.enum(textKinds, "fieldInvalid")),
  limit: z.coerce.number().int("fieldInvalid").min(1, "fieldInvalid").max(100, "fieldInvalid").default(20),
});
export const organisationSchema = z.object({
  text: z.string("required").trim().max(longestText, "tooLong"),
  version: wholeNumber({ min: 0 }),
});
