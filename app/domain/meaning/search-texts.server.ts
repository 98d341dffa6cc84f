import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { searchTexts } from "#db/schema/search.ts";
import type { Action } from "../accounts/permissions.ts";
import { inIds } from "../catalog/listing-rows.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { findTexts, type FoundText } from "./find-texts.server.ts";
import type { TextKind } from "./ports.ts";
import { searchTextsSchema } from "./schemas.ts";

export type TextHit = FoundText & { kind: TextKind; text: string; happenedAt: number };

/** Beside seeing the catalogue, which all who search have. */
const needed: Record<TextKind, Action> = { interaction: "shoppers:read", product: "catalog:read", organisation: "workspace:read" };
const shownLength = 300;

/** What fits a question by its words and by its meaning, best first, with why it was found. */
export async function searchAllTexts(ctx: ServiceContext, input: z.input<typeof searchTextsSchema>): Promise<Page<TextHit>> {
  requirePermission(ctx, "catalog:read");
  const { q, kind, limit } = parseInput(searchTextsSchema, input);
  requirePermission(ctx, needed[kind]);
  const found = await findTexts(ctx, { kind, question: q, limit });
  const ids = found.map(({ subjectId }) => subjectId);
  const rows = await ctx.db.all(searchTexts, { where: and(eq(searchTexts.kind, kind), inIds(searchTexts.subjectId, ids)) });
  const rowOf = new Map(rows.map((row) => [row.subjectId, row]));
  const data = found.flatMap((one): TextHit[] => {
    const row = rowOf.get(one.subjectId);
    return row === undefined ? [] : [{ ...one, kind, text: row.words.slice(0, shownLength), happenedAt: row.happenedAt }];
  });
  return { data, nextCursor: null };
}
