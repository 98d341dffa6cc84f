import { and, asc, eq, sql } from "drizzle-orm";
import { shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { SiteIngest } from "./ports.ts";

const mostSites = 50;

/**
 * Where every event that came in is. `missing` is what came in less what is found: nothing is lost while it is 0. It is
 * another number for some seconds while visits tell their site what they took.
 */
export type Identity = { cameIn: number; inEnded: number; inOpen: number; refused: number; removed: number; missing: number };
export type SiteHealth = SiteIngest & { siteId: string; name: string; isEnabled: boolean; identity: Identity; unfinished: number };
export type IngestHealth = { sites: SiteHealth[]; missing: number };

/** What comes in at each site, what becomes of it, and whether all of it is accounted for. */
export async function readIngest(ctx: ServiceContext): Promise<IngestHealth> {
  requirePermission(ctx, "shoppers:read");
  const rows = await ctx.db.all(sites, { orderBy: asc(sites.id), limit: mostSites });
  const healths = await Promise.all(
    rows.map(async ({ id, name, isEnabled }): Promise<SiteHealth> => {
      const ingest = await ctx.ports.shopperRooms.ingest({ workspaceId: ctx.workspaceId, siteId: id });
      const { events, unfinished } = await endedEvents(ctx, id, ingest.since ?? Number.MAX_SAFE_INTEGER);
      return { ...ingest, siteId: id, name, isEnabled, identity: identityOf(ingest, events), unfinished };
    }),
  );
  return { sites: healths, missing: healths.reduce((sum, { identity }) => sum + identity.missing, 0) };
}

function identityOf({ total, openEvents, letters }: SiteIngest, inEnded: number): Identity {
  const rejected = Object.values(total.rejected).reduce((sum, n) => sum + n, 0);
  // What was sent again is an event among the taken ones by now.
  const cameIn = total.accepted + rejected - total.redriven;
  const missing = cameIn - inEnded - openEvents - letters - total.removed;
  return { cameIn, inEnded, inOpen: openEvents, refused: letters, removed: total.removed, missing };
}

/** Visits that were there before anything was counted are no part of the account. */
async function endedEvents(ctx: ServiceContext, siteId: string, since: number): Promise<{ events: number; unfinished: number }> {
  const { events, processing, createdAt } = shopperSessions;
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({
        events: sql<number | null>`sum(case when ${createdAt} >= ${since} then ${events} end)`,
        unfinished: sql<number | null>`sum(${processing} = 'waiting')`,
      })
      .from(shopperSessions)
      .where(and(scope(shopperSessions), eq(shopperSessions.siteId, siteId))),
  );
  return { events: row?.events ?? 0, unfinished: row?.unfinished ?? 0 };
}
