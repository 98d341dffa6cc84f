import { eq } from "drizzle-orm";
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
  const pattern = toPattern(row);
  return { ...pattern, evidence: (await evidenceOf(ctx, [pattern])).get(id) ?? [] };
}

/** The same of several at once, by their ids. */
export async function evidenceOf(ctx: ServiceContext, some: readonly Pattern[]): Promise<Map<string, PatternEvidence[]>> {
  requirePermission(ctx, "shoppers:read");
  const ids = [...new Set(some.flatMap(({ interactionIds }) => interactionIds))];
  const rows = ids.length === 0 ? [] : await ctx.db.all(interactions, { ids });
  const known = new Map(rows.map(({ id, text, occurredAt }) => [id, { id, text, occurredAt }]));
  return new Map(some.map(({ id, interactionIds }) => [id, interactionIds.flatMap((one) => known.get(one) ?? [])]));
}
