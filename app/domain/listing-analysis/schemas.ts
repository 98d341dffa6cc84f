import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { textFields } from "../channels/remote.ts";
import { pageSchema } from "../paging.ts";

const id = byIdSchema.shape.id;

export const analyseListingSchema = z.object({ listingId: id });
export const listAnalysesSchema = pageSchema.extend({ listingId: id });
export const readAnalysisSchema = z.object({ id, listingId: id.optional() });

const longest = 50_000;
const text = z.string("required").trim().min(1, "required").max(longest, "tooLong");

export const changeListingTextSchema = z.object({
  listingId: id,
  field: z.enum(textFields, "fieldInvalid"),
  text,
  /** What stands there now, as far as whoever asks has seen: somebody else's newer text is never written over. */
  before: z.string("fieldInvalid").max(longest, "tooLong").optional(),
  analysisId: id.optional(),
});

export const listTextChangesSchema = pageSchema.extend({ listingId: id });
