import { and, eq, gte, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";

import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { askToRecount } from "../patterns/ask-to-recount.server.ts";
import type { Untrusted } from "../untrusted.ts";
import type { OpenSession } from "./ports.ts";
import { forgetVectors, noteRemoved, removals } from "./remove-visits.server.ts";

/** So much at once; what is left after it is said, and goes the next time. */
const mostRows = 400;
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

type Found = {
  sessions: (typeof shopperSessions.$inferSelect)[];
  interactionIds: string[];
  open: OpenSession[];
  siteIds: string[];
};

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
  const found = await find(ctx, asked);
  const told = sumOf(found, asked.isDry);
  if (asked.isDry) return told;
  const gone = await forget(ctx, found, visitorKey);
  await ctx.ports.sessionArchive.remove(found.sessions.flatMap(({ archiveKey }) => archiveKey ?? []));
  const recounts = await askToRecount(
    ctx,
    found.sessions.map(({ startedAt }) => startedAt),
  );
  await mutate(ctx, {
    writes: removals(found),
    audit: {
      action: "shoppers.erased",
      subject: { type: "shoppers", id: visitorKey ?? `${from}-${to}`, label: visitorKey ?? dayRange(asked) },
      after: { sessions: told.sessions, interactions: told.interactions, events: told.events + gone.events },
    },
    events: [{ type: "data.changed", area: "shoppers" }],
    asksFor: recounts,
  });
  await forgetVectors(ctx, found.interactionIds);
  await noteRemoved(ctx, found.sessions);
  return { ...told, events: told.events + gone.events - openEvents(found), refusedEvents: gone.letters };
}

async function find(ctx: ServiceContext, { siteId, visitorKey, from, to }: Asked): Promise<Found> {
  const within = (time: SQLiteColumn) => and(gte(time, from ?? 0), lt(time, to ?? 0));
  const places = await ctx.db.all(sites, { where: siteId === undefined ? undefined : eq(sites.id, siteId), limit: 50 });
  if (siteId !== undefined && places.length === 0) throw notFound("site");
  const of = (site: SQLiteColumn, visitor: SQLiteColumn, time: SQLiteColumn): SQL | undefined =>
    and(siteId === undefined ? undefined : eq(site, siteId), visitorKey === undefined ? within(time) : eq(visitor, visitorKey));
  const [sessions, made, open] = await Promise.all([
    ctx.db.all(shopperSessions, {
      where: of(shopperSessions.siteId, shopperSessions.visitorKey, shopperSessions.startedAt),
      limit: mostRows,
    }),
    ctx.db.all(interactions, { where: of(interactions.sourceId, interactions.visitorKey, interactions.occurredAt), limit: mostRows }),
    Promise.all(places.map(({ id }) => ctx.ports.shopperRooms.openSessions({ workspaceId: ctx.workspaceId, siteId: id }, mostRows))),
  ]);
  const isMeant = (one: OpenSession) =>
    visitorKey === undefined ? one.startedAt >= (from ?? 0) && one.startedAt < (to ?? 0) : one.visitorKey === visitorKey;
  return { sessions, interactionIds: made.map(({ id }) => id), open: open.flat().filter(isMeant), siteIds: places.map(({ id }) => id) };
}

function openEvents({ open }: Found): number {
  return open.reduce((sum, { events }) => sum + events, 0);
}

function sumOf(found: Found, isDry: boolean): Erased {
  const { sessions, interactionIds, open } = found;
  return {
    isDry,
    sessions: sessions.length,
    interactions: interactionIds.length,
    archives: sessions.filter(({ archiveKey }) => archiveKey !== null).length,
    events: sessions.reduce((sum, { events }) => sum + events, 0) + openEvents(found),
    openVisits: open.length,
    refusedEvents: 0,
    hasMore: sessions.length === mostRows || interactionIds.length === mostRows,
  };
}

/** A visitor's key is kept out of every site it may come to; a period only ends what goes on. */
async function forget(ctx: ServiceContext, { open, siteIds }: Found, visitorKey: string | undefined) {
  const { workspaceId } = ctx;
  const places =
    visitorKey === undefined
      ? open.map(({ siteId, visitorKey: key }) => ({ workspaceId, siteId, visitorKey: key }))
      : siteIds.map((siteId) => ({ workspaceId, siteId, visitorKey }));
  const gone = { events: 0, letters: 0 };
  for (const place of places) {
    const { events, letters } = await ctx.ports.shopperRooms.erase(place, { isKeptOut: visitorKey !== undefined });
    gone.events += events;
    gone.letters += letters;
  }
  return gone;
}

function dayRange({ from = 0, to = 0 }: Asked): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return `${day(from)} – ${day(to)}`;
}
