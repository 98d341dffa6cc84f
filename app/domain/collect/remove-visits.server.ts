import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { mutate } from "#db/mutate.server.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { searchTexts } from "#db/schema/search.ts";
import { removeWhere, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { interactionIdOf } from "../interactions/policy.ts";

type SessionRow = typeof shopperSessions.$inferSelect;

/** Rows of these visits and of these interactions. */
export function removals({ sessions, interactionIds }: { sessions: readonly SessionRow[]; interactionIds: readonly string[] }): Write[] {
  const sessionIds = sessions.map(({ id }) => id);
  return [
    removeWhere(interactionProducts, among(interactionProducts.interactionId, interactionIds)),
    removeWhere(interactions, among(interactions.id, interactionIds)),
    removeWhere(searchTexts, sql`${and(eq(searchTexts.kind, "interaction"), among(searchTexts.subjectId, interactionIds))}`),
    removeWhere(shopperSessions, among(shopperSessions.id, sessionIds)),
  ];
}

/** One parameter for all ids: D1 takes at most a hundred. */
function among(column: SQLiteColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

/** What an index outside our database holds of them, where the platform has one. */
export async function forgetVectors({ workspaceId, ports }: ServiceContext, interactionIds: readonly string[]): Promise<void> {
  if (interactionIds.length > 0) await ports.vectorIndex?.remove({ workspaceId, kind: "interaction" }, interactionIds);
}

/** So that what came in stays accounted for. */
export async function noteRemoved({ workspaceId, ports }: ServiceContext, sessions: readonly SessionRow[]): Promise<void> {
  const bySite = Map.groupBy(sessions, ({ siteId }) => siteId);
  for (const [siteId, rows] of bySite) {
    const events = rows.reduce((sum, row) => sum + row.events, 0);
    await ports.shopperRooms.noteRemoved({ workspaceId, siteId }, events);
  }
}

/** Visits that were kept while their visitor was being erased; their events were counted as removed by who erased them. */
export async function forgetVisits(ctx: ServiceContext, ids: readonly string[]): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const sessions = await ctx.db.all(shopperSessions, { ids });
  const interactionIds = ids.map(interactionIdOf);
  await ctx.ports.sessionArchive.remove(sessions.flatMap(({ archiveKey }) => archiveKey ?? []));
  await mutate(ctx, { writes: removals({ sessions, interactionIds }), audit: "mirrored" });
  await forgetVectors(ctx, interactionIds);
}
