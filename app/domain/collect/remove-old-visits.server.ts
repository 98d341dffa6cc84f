import { and, eq, lt, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { updateByIds, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { noteRemoved, removals } from "./remove-visits.server.ts";

const mostRows = 400;
const mostRounds = 25;

/** What outlived its time by the rules of its site: raw events first, then visits, then what they came to. */
export async function removeOldVisits(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const now = ctx.clock.now();
  const daysAgo = (days: number) => now - days * 24 * 3_600_000;
  for (const { id, retention } of await ctx.db.all(sites, { limit: 200 })) {
    const ofSite = eq(shopperSessions.siteId, id);
    for (let round = 0; round < mostRounds; round += 1) {
      const sessions = await ctx.db.all(shopperSessions, {
        where: and(ofSite, lt(shopperSessions.startedAt, daysAgo(retention.sessionDays))),
        limit: mostRows,
      });
      const old = await ctx.db.all(interactions, {
        where: and(eq(interactions.sourceId, id), lt(interactions.occurredAt, daysAgo(retention.interactionDays))),
        limit: mostRows,
      });
      const raw = await ctx.db.all(shopperSessions, {
        where: and(ofSite, lt(shopperSessions.startedAt, daysAgo(retention.rawDays)), sql`archive_key is not null`),
        limit: mostRows,
      });
      if (sessions.length + old.length + raw.length === 0) break;
      await ctx.ports.sessionArchive.remove([...sessions, ...raw].flatMap(({ archiveKey }) => archiveKey ?? []));
      await mutate(ctx, {
        writes: [...removals({ sessions, interactionIds: old.map((row) => row.id) }), ...withoutArchive(raw)],
        audit: "mirrored",
      });
      await noteRemoved(ctx, sessions);
    }
    await ctx.ports.shopperRooms.removeOldLetters({ workspaceId: ctx.workspaceId, siteId: id }, daysAgo(retention.rawDays));
  }
}

function withoutArchive(rows: (typeof shopperSessions.$inferSelect)[]): Write[] {
  const ids = rows.map(({ id }) => id);
  return ids.length === 0 ? [] : [updateByIds(shopperSessions, ids, { archiveKey: null })];
}
