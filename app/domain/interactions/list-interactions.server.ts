import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { interactionProducts, interactions } from "#db/schema/interactions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { type Interaction, toInteraction } from "./interaction-row.ts";
import { listInteractionsSchema } from "./schemas.ts";

const byTime = orderOf({ occurredAt: interactions.occurredAt }, "-occurredAt");

/** What shoppers did, newest first; programs only when they are asked for. */
export async function listInteractions(
  ctx: ServiceContext,
  input: z.input<typeof listInteractionsSchema> = {},
): Promise<Page<Interaction>> {
  requirePermission(ctx, "shoppers:read");
  const { limit, cursor, from, to, siteId, visitorKey, device, bots, kind, source, productId, tag } = parseInput(
    listInteractionsSchema,
    input,
  );
  const table = interactions;
  const rows = await ctx.db.all(table, {
    where: and(
      from === undefined ? undefined : gte(table.occurredAt, from),
      to === undefined ? undefined : lt(table.occurredAt, to),
      siteId === undefined ? undefined : eq(table.sourceId, siteId),
      visitorKey === undefined ? undefined : eq(table.visitorKey, visitorKey),
      device === undefined ? undefined : eq(table.channel, device),
      bots === "true" ? undefined : eq(table.isBot, false),
      kind === undefined ? undefined : eq(table.kind, kind),
      source === undefined ? undefined : eq(table.source, source),
      productId === undefined ? undefined : ofProduct(ctx, productId),
      tag === undefined ? undefined : sql`exists (select 1 from json_each(${table.tags}) where value = ${tag})`,
      afterCursor(byTime, table.id, cursor),
    ),
    orderBy: orderBy(byTime, table.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byTime, ({ occurredAt }) => occurredAt);
  return { data: page.data.map(toInteraction), nextCursor: page.nextCursor };
}

/** Found by the product's own rows, not by looking through all interactions. */
export function ofProduct(ctx: Pick<ServiceContext, "workspaceId">, productId: string) {
  const { workspaceId, productId: product, interactionId } = interactionProducts;
  return sql`${interactions.id} in (select ${interactionId} from ${interactionProducts} where ${workspaceId} = ${ctx.workspaceId} and ${product} = ${productId})`;
}
