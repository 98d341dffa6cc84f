import { and, eq, gte, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";

import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { interactionIdOf } from "../interactions/policy.ts";
import { askToRecount } from "../patterns/ask-to-recount.server.ts";
import type { Untrusted } from "../untrusted.ts";
import type { OpenSession } from "./ports.ts";
import { forgetVectors, noteRemoved, removals } from "./remove-visits.server.ts";

/** So much at once; what is left after it is said, and goes the next time. */
const mostRows = 400;
const mostSites = 200;
const moment = z.number("fieldInvalid").int("fieldInvalid").min(0, "fieldInvalid");

export const eraseShoppersSchema = z.object({
  siteId: z.string("fieldInvalid").min(1, "fieldInvalid").max(60, "fieldInvalid").optional(),
  visitorKey: z.string("fieldInvalid").min(1, "fieldInvalid").max(60, "fieldInvalid").optional(),
  /** A period, from and up to; both or neither. */
  from: moment.optional(),
  to: moment.optional(),
  /** Only tells what would go. */
  isDry: z.boolean("fieldInvalid").default(true),
});
type Asked = z.output<typeof eraseShoppersSchema>;

/** How much of each went, or would go. `hasMore`: ask once more for the rest. */
export type Erased = {
  isDry: boolean;
  sessions: number;
  interactions: number;
  archives: number;
  events: number;
  /** Visits that go on. */
  openVisits: number;
  refusedEvents: number;
  hasMore: boolean;
};

type Kept = { sessions: (typeof shopperSessions.$inferSelect)[]; interactionIds: string[] };
type Gone = { events: number; letters: number; sessionIds: ReadonlySet<string> };

/**
 * Removes all that is known of a visitor or of a period: rows, archives, and what the objects hold. A visitor's key is kept
 * out from then on, and what their days were counted as is counted again.
 */
export async function eraseShoppers(ctx: ServiceContext, input: Untrusted<typeof eraseShoppersSchema>): Promise<Erased> {
  requirePermission(ctx, "shoppers:write");
  const asked = parseInput(eraseShoppersSchema, input);
  const { visitorKey, from, to } = asked;
  const isPeriod = from !== undefined && to !== undefined && from < to;
  if (visitorKey === undefined ? !isPeriod : from !== undefined || to !== undefined) {
    throw new AppError("invalid", "chooseWhatToErase", {
      fields: { [visitorKey === undefined ? "from" : "visitorKey"]: "chooseWhatToErase" },
    });
  }
  const siteIds = await sitesOf(ctx, asked);
  const open = await openVisits(ctx, siteIds, asked);
  if (asked.isDry) return sumOf(await findKept(ctx, asked), open, { isDry: true, events: openEvents(open), letters: 0 });
  // First where visits happen: one that ends at this moment is a row a moment later.
  const gone = await forgetAtSites(ctx, { siteIds, open, asked });
  const kept = await findKept(ctx, asked);
  const counted = { ...kept, sessions: kept.sessions.filter(({ id }) => !gone.sessionIds.has(id)) };
  const told = { ...sumOf(counted, open, { isDry: false, ...gone }), hasMore: hasMore(kept, open) };
  await remove(ctx, kept, { asked, told });
  await noteRemoved(ctx, counted.sessions);
  return told;
}

async function remove(ctx: ServiceContext, kept: Kept, { asked, told }: { asked: Asked; told: Erased }): Promise<void> {
  const { visitorKey, from, to } = asked;
  const { sessions } = kept;
  await ctx.ports.sessionArchive.remove(sessions.flatMap(({ archiveKey }) => archiveKey ?? []));
  const recounts = await askToRecount(
    ctx,
    sessions.map(({ startedAt }) => startedAt),
  );
  // A visit that is being worked on may have come to its interaction since it was looked for.
  const interactionIds = [...new Set([...kept.interactionIds, ...sessions.map(({ id }) => interactionIdOf(id))])];
  await mutate(ctx, {
    writes: removals({ sessions, interactionIds }),
    audit: {
      action: "shoppers.erased",
      subject: { type: "shoppers", id: visitorKey ?? `${from}-${to}`, label: visitorKey ?? dayRange(asked) },
      after: { sessions: told.sessions, interactions: told.interactions, events: told.events },
    },
    events: [{ type: "data.changed", area: "shoppers" }],
    asksFor: recounts,
  });
  await forgetVectors(ctx, interactionIds);
}

async function sitesOf(ctx: ServiceContext, { siteId }: Asked): Promise<string[]> {
  const places = await ctx.db.all(sites, { where: siteId === undefined ? undefined : eq(sites.id, siteId), limit: mostSites });
  if (siteId !== undefined && places.length === 0) throw notFound("site");
  return places.map(({ id }) => id);
}

async function openVisits({ workspaceId, ports }: ServiceContext, siteIds: readonly string[], asked: Asked): Promise<OpenSession[]> {
  const { visitorKey, from = 0, to = 0 } = asked;
  const began = visitorKey === undefined ? { from, to } : undefined;
  const open = await Promise.all(siteIds.map((siteId) => ports.shopperRooms.openSessions({ workspaceId, siteId }, mostRows, began)));
  return open.flat().filter((one) => visitorKey === undefined || one.visitorKey === visitorKey);
}

async function findKept(ctx: ServiceContext, { siteId, visitorKey, from = 0, to = 0 }: Asked): Promise<Kept> {
  const of = (site: SQLiteColumn, visitor: SQLiteColumn, time: SQLiteColumn): SQL | undefined =>
    and(
      siteId === undefined ? undefined : eq(site, siteId),
      visitorKey === undefined ? and(gte(time, from), lt(time, to)) : eq(visitor, visitorKey),
    );
  const [sessions, made] = await Promise.all([
    ctx.db.all(shopperSessions, {
      where: of(shopperSessions.siteId, shopperSessions.visitorKey, shopperSessions.startedAt),
      limit: mostRows,
    }),
    ctx.db.all(interactions, { where: of(interactions.sourceId, interactions.visitorKey, interactions.occurredAt), limit: mostRows }),
  ]);
  return { sessions, interactionIds: made.map(({ id }) => id) };
}

function openEvents(open: readonly OpenSession[]): number {
  return open.reduce((sum, { events }) => sum + events, 0);
}

type Other = { isDry: boolean; events: number; letters: number };

function sumOf({ sessions, interactionIds }: Kept, open: readonly OpenSession[], { isDry, events, letters }: Other): Erased {
  return {
    isDry,
    sessions: sessions.length,
    interactions: interactionIds.length,
    archives: sessions.filter(({ archiveKey }) => archiveKey !== null).length,
    events: sessions.reduce((sum, one) => sum + one.events, 0) + events,
    openVisits: open.length,
    refusedEvents: letters,
    hasMore: hasMore({ sessions, interactionIds }, open),
  };
}

function hasMore({ sessions, interactionIds }: Kept, open: readonly OpenSession[]): boolean {
  return [sessions, interactionIds, open].some(({ length }) => length >= mostRows);
}

type AtSites = { siteIds: readonly string[]; open: readonly OpenSession[]; asked: Asked };

/** A visitor's key is kept out of every site it may come to; a period only ends what goes on. */
async function forgetAtSites({ workspaceId, ports }: ServiceContext, { siteIds, open, asked }: AtSites): Promise<Gone> {
  const { visitorKey, from = 0, to = 0 } = asked;
  const visitors =
    visitorKey === undefined
      ? open.map(({ siteId, visitorKey: key }) => ({ workspaceId, siteId, visitorKey: key }))
      : siteIds.map((siteId) => ({ workspaceId, siteId, visitorKey }));
  const gone = { events: 0, letters: 0, sessionIds: new Set<string>() };
  for (const place of visitors) {
    const { events, letters, sessionIds } = await ports.shopperRooms.erase(place, { isKeptOut: visitorKey !== undefined });
    gone.events += events;
    gone.letters += letters;
    for (const id of sessionIds) gone.sessionIds.add(id);
  }
  if (visitorKey !== undefined) return gone;
  for (const siteId of siteIds) gone.letters += await ports.shopperRooms.erasePeriod({ workspaceId, siteId }, { from, to });
  return gone;
}

function dayRange({ from = 0, to = 0 }: Asked): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return `${day(from)} – ${day(to)}`;
}
