import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { trends } from "#db/schema/trends.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { listTrendsSchema } from "./schemas.ts";
import { toTrend, type Trend } from "./trend-row.ts";

const byScore = orderOf({ score: trends.score }, "-score");

/** What moves outside, what matters most first. What stands still is left out, unless it is asked for or somebody watches it. */
export async function listTrends(ctx: ServiceContext, input: z.input<typeof listTrendsSchema> = {}): Promise<Page<Trend>> {
  requirePermission(ctx, "selling:read");
  const { limit, cursor, state, region, direction, own } = parseInput(listTrendsSchema, input);
  const moving = state === "open" ? ne(trends.direction, "steady") : undefined;
  const rows = await ctx.db.all(trends, {
    where: and(
      eq(trends.state, state),
      region === undefined ? undefined : eq(trends.region, region),
      direction === undefined ? moving : eq(trends.direction, direction),
      own === "true" ? isNotNull(trends.match) : undefined,
      afterCursor(byScore, trends.id, cursor),
    ),
    orderBy: orderBy(byScore, trends.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byScore, ({ score }) => score);
  return { data: page.data.map(toTrend), nextCursor: page.nextCursor };
}
