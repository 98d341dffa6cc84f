import { z } from "zod";
import { concepts } from "#app/domain/meaning/concepts.ts";
import type { Organisation } from "#app/domain/meaning/organisation.server.ts";
import { textKinds } from "#app/domain/meaning/ports.ts";
import type { searchAllTexts } from "#app/domain/meaning/search-texts.server.ts";
import { exactly, type RowOf } from "./exactly.ts";

export const meaningAnswers = {
  TextHit: exactly<RowOf<typeof searchAllTexts>>()(
    z.object({
      kind: z.enum(textKinds),
      subjectId: z.string(),
      text: z.string(),
      happenedAt: z.int(),
      words: z.array(z.string()),
      concepts: z.array(z.enum(concepts)),
      similarityPercent: z.int().nullable(),
    }),
  ),
  Organisation: exactly<Organisation>()(z.object({ text: z.string(), version: z.int(), updatedAt: z.int().nullable() })),
};
