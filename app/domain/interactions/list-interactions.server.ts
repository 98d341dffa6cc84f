import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { interactionProducts, interactions } from "#db/schema/interactions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findTexts } from "../meaning/find-texts.server.ts";
import type { Page } from "../paging.ts";
import { isSearch } from "../search.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { type Interaction, toInteraction } from "./interaction-row.ts";
import { listInteractionsSchema } from "./schemas.ts";

type Asked = z.output<typeof listInteractionsSchema>;

const mostFound = 200;
const byTime = orderOf({ occurredAt: interactions.occurredAt }, "-occurredAt");

/** What shoppers did, newest first; programs only when they are asked for. */
export async function listInteractions(
  ctx: ServiceContext,
  input: z.input<typeof listInteractionsSchema> = {},
): Promise<Page<Interaction>> {
  requirePermission(ctx, "shoppers:read");
  const asked = parseInput(listInteractionsSchema, input);
  if (isSearch(asked.q)) return findInteractions(ctx, { ...asked, q: asked.q });
  const { limit, cursor } = asked;
  const rows = await ctx.db.all(interactions, {
    where: and(filterOf(ctx, asked), afterCursor(byTime, interactions.id, cursor)),
    orderBy: orderBy(byTime, interactions.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byTime, ({ occurredAt }) => occurredAt);
  return { data: page.data.map(toInteraction), nextCursor: page.nextCursor };
}

/** Best first, however old. All on one page: what fits worse than so many others is not what somebody looks for. */
async function findInteractions(ctx: ServiceContext, asked: Asked & { q: string }): Promise<Page<Interaction>> {
  const { q, from, to, limit } = asked;
  const found = await findTexts(ctx, { kind: "interaction", question: q, from, until: to, limit: mostFound });
  const ids = found.map(({ subjectId }) => subjectId);
  const rows = await ctx.db.all(interactions, { ids, where: filterOf(ctx, asked) });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const data = ids.flatMap((id) => rowOf.get(id) ?? []).slice(0, limit);
  return { data: data.map(toInteraction), nextCursor: null };
}

function filterOf(ctx: ServiceContext, { from, to, siteId, visitorKey, device, bots, kind, source, productId, tag }: Asked) {
  const table = interactions;
  return and(
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
  );
}

/** Found by the product's own rows, not by looking through all interactions. */
export function ofProduct(ctx: Pick<ServiceContext, "workspaceId">, productId: string) {
  const { workspaceId, productId: product, interactionId } = interactionProducts;
  return sql`${interactions.id} in (select ${interactionId} from ${interactionProducts} where ${workspaceId} = ${ctx.workspaceId} and ${product} = ${productId})`;
}
