import { and, eq, inArray } from "drizzle-orm";
import { recommendations } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { type Recommendation, toRecommendation } from "./recommendation.server.ts";
import { rulesOfGroup } from "./rules/registry.ts";
import { type ListAdviceInput, listAdviceSchema } from "./schemas.ts";

const byPriority = orderOf({ priority: recommendations.priority }, "-priority");

/** Advice of one state, the most urgent first. */
export async function listRecommendations(ctx: ServiceContext, input: ListAdviceInput = {}): Promise<Page<Recommendation>> {
  requirePermission(ctx, "selling:read");
  const { limit, cursor, state, group, channelId } = parseInput(listAdviceSchema, input);
  const rows = await ctx.db.all(recommendations, {
    where: and(
      eq(recommendations.state, state),
      group === undefined ? undefined : inArray(recommendations.ruleId, rulesOfGroup(group)),
      channelId === undefined || channelId === "" ? undefined : eq(recommendations.channelId, channelId),
      afterCursor(byPriority, recommendations.id, cursor),
    ),
    orderBy: orderBy(byPriority, recommendations.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byPriority, ({ priority }) => priority);
  return { data: page.data.map(toRecommendation), nextCursor: page.nextCursor };
}
