import { eq, inArray } from "drizzle-orm";
import { interactions } from "#db/schema/interactions.ts";
import { patterns } from "#db/schema/patterns.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type Pattern, toPattern } from "./pattern-row.ts";

export type PatternEvidence = { id: string; text: string; occurredAt: number };

/** One pattern with the interactions it shows in, as far as they are still kept. */
export async function readPattern(ctx: ServiceContext, input: { id: string }): Promise<Pattern & { evidence: PatternEvidence[] }> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(patterns, eq(patterns.id, id));
  if (row === undefined) throw notFound("pattern");
  const rows =
    row.interactionIds.length === 0 ? [] : await ctx.db.all(interactions, { where: inArray(interactions.id, row.interactionIds) });
  const evidence = rows.map(({ id: one, text, occurredAt }) => ({ id: one, text, occurredAt }));
  return { ...toPattern(row), evidence: evidence.toSorted((one, other) => other.occurredAt - one.occurredAt) };
}
