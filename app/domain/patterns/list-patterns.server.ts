import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { patterns } from "#db/schema/patterns.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { observedKind } from "./kinds.ts";
import { type Pattern, toPattern } from "./pattern-row.ts";
import { listPatternsSchema } from "./schemas.ts";

const byStrength = orderOf({ strength: patterns.strength }, "-strength");

/** What was found, the strongest first: those that concern most sessions beyond what was to be expected. */
export async function listPatterns(ctx: ServiceContext, input: z.input<typeof listPatternsSchema> = {}): Promise<Page<Pattern>> {
  requirePermission(ctx, "shoppers:read");
  const { limit, cursor, period, startDay, kind, nature, state } = parseInput(listPatternsSchema, input);
  const rows = await ctx.db.all(patterns, {
    where: and(
      state === undefined ? ne(patterns.state, "dismissed") : eq(patterns.state, state),
      period === undefined ? undefined : eq(patterns.period, period),
      startDay === undefined ? undefined : eq(patterns.startDay, startDay),
      kind === undefined ? undefined : eq(patterns.kind, kind),
      nature === undefined ? undefined : (nature === "found" ? ne : eq)(patterns.kind, observedKind),
      afterCursor(byStrength, patterns.id, cursor),
    ),
    orderBy: orderBy(byStrength, patterns.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byStrength, ({ strength }) => strength);
  return { data: page.data.map(toPattern), nextCursor: page.nextCursor };
}
