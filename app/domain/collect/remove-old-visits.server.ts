import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { type Retention, sites } from "#db/schema/sites.ts";
import { updateByIds, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { usualRetention } from "../sites/kinds.ts";
import { forgetVectors, noteRemoved, removals } from "./remove-visits.server.ts";

const dayMs = 24 * 3_600_000;
const mostRows = 400;
const mostRounds = 25;

/** Across all workspaces, those with anything that could grow old: also one whose last site is gone. */
export async function workspacesWithVisits(orm: Orm): Promise<string[]> {
  const has = (table: typeof shopperSessions | typeof interactions | typeof sites) =>
    sql`exists (select 1 from ${table} where ${table.workspaceId} = ${workspaces.id})`;
  const rows = await orm
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(sql`${has(sites)} or ${has(shopperSessions)} or ${has(interactions)}`);
  return rows.map(({ id }) => id);
}

/** What outlived its time by the rules of its site: raw events first, then visits, then what they came to. */
export async function removeOldVisits(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  for (const { id, retention } of await ctx.db.all(sites, { limit: 200 })) {
    const own = { visits: eq(shopperSessions.siteId, id), interactions: eq(interactions.sourceId, id) };
    await removeOld(ctx, own, retention);
    await removeLetters(ctx, [id], retention);
  }
  // A site that is gone took its rules with it, and what it collected goes by the usual ones.
  const known = sql`(select ${sites.id} from ${sites} where ${sites.workspaceId} = ${ctx.workspaceId})`;
  const left = {
    visits: sql`${shopperSessions.siteId} not in ${known}`,
    interactions: sql`${interactions.source} = 'web' and ${interactions.sourceId} not in ${known}`,
  };
  await removeLetters(ctx, await removeOld(ctx, left, usualRetention), usualRetention);
}

/** The sites of the visits that something was removed of. */
async function removeOld(ctx: ServiceContext, of: { visits: SQL; interactions: SQL }, retention: Retention): Promise<string[]> {
  const touched = new Set<string>();
  const begunBefore = (days: number) => lt(shopperSessions.startedAt, ctx.clock.now() - days * dayMs);
  const outdated = lt(interactions.occurredAt, ctx.clock.now() - retention.interactionDays * dayMs);
  for (let round = 0; round < mostRounds; round += 1) {
    const sessions = await ctx.db.all(shopperSessions, { where: and(of.visits, begunBefore(retention.sessionDays)), limit: mostRows });
    const old = await ctx.db.all(interactions, { where: and(of.interactions, outdated), limit: mostRows });
    const raw = await ctx.db.all(shopperSessions, {
      where: and(of.visits, begunBefore(retention.rawDays), sql`archive_key is not null`),
      limit: mostRows,
    });
    if (sessions.length + old.length + raw.length === 0) break;
    await ctx.ports.sessionArchive.remove([...sessions, ...raw].flatMap(({ archiveKey }) => archiveKey ?? []));
    const interactionIds = old.map((row) => row.id);
    await mutate(ctx, { writes: [...removals({ sessions, interactionIds }), ...withoutArchive(raw)], audit: "mirrored" });
    await forgetVectors(ctx, interactionIds);
    await noteRemoved(ctx, sessions);
    for (const { siteId } of [...sessions, ...raw]) touched.add(siteId);
  }
  return [...touched];
}

async function removeLetters({ workspaceId, ports, clock }: ServiceContext, siteIds: readonly string[], { rawDays }: Retention) {
  for (const siteId of siteIds) await ports.shopperRooms.removeOldLetters({ workspaceId, siteId }, clock.now() - rawDays * dayMs);
}

function withoutArchive(rows: (typeof shopperSessions.$inferSelect)[]): Write[] {
  const ids = rows.map(({ id }) => id);
  return ids.length === 0 ? [] : [updateByIds(shopperSessions, ids, { archiveKey: null })];
}
