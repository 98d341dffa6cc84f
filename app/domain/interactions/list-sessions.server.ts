import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import type { OpenSession } from "../collect/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { listSessionsSchema } from "./schemas.ts";
import { type ShopperSession, toSession } from "./session-row.ts";

const byTime = orderOf({ startedAt: shopperSessions.startedAt }, "-startedAt");
const mostSites = 50;
const openPerSite = 50;

/** Visits that are over, newest first; programs only when they are asked for. */
export async function listShopperSessions(
  ctx: ServiceContext,
  input: z.input<typeof listSessionsSchema> = {},
): Promise<Page<ShopperSession>> {
  requirePermission(ctx, "shoppers:read");
  const { limit, cursor, from, to, siteId, visitorKey, device, bots } = parseInput(listSessionsSchema, input);
  const table = shopperSessions;
  const rows = await ctx.db.all(table, {
    where: and(
      from === undefined ? undefined : gte(table.startedAt, from),
      to === undefined ? undefined : lt(table.startedAt, to),
      siteId === undefined ? undefined : eq(table.siteId, siteId),
      visitorKey === undefined ? undefined : eq(table.visitorKey, visitorKey),
      device === undefined ? undefined : sql`json_extract(${table.features}, '$.device') = ${device}`,
      bots === "true" ? undefined : eq(table.isBot, false),
      afterCursor(byTime, table.id, cursor),
    ),
    orderBy: orderBy(byTime, table.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byTime, ({ startedAt }) => startedAt);
  return { data: page.data.map(toSession), nextCursor: page.nextCursor };
}

/** Who is there right now, the last to move first. A site whose object is away is left out: its visits come when they end. */
export async function listOpenVisits(ctx: ServiceContext): Promise<OpenSession[]> {
  requirePermission(ctx, "shoppers:read");
  const places = await ctx.db.all(sites, { orderBy: asc(sites.id), limit: mostSites });
  const asked = await Promise.allSettled(
    places.map(({ id }) => ctx.ports.shopperRooms.openSessions({ workspaceId: ctx.workspaceId, siteId: id }, openPerSite)),
  );
  return asked.flatMap((one) => (one.status === "fulfilled" ? one.value : [])).toSorted((one, other) => other.lastAt - one.lastAt);
}

/** Names for the ids that visits carry. */
export async function listSiteNames(ctx: ServiceContext): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx, "shoppers:read");
  const rows = await ctx.db.all(sites, { orderBy: asc(sites.id), limit: mostSites });
  return rows.map(({ id, name }) => ({ id, name }));
}
