import { and, asc, eq, gt, gte, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";

const perRead = 50;
const mostSites = 200;
const mostOpen = 10_000;
const moment = z.coerce.number().int("fieldInvalid").min(0, "fieldInvalid");

export const exportShoppersSchema = z.object({
  visitorKey: z.string().min(1, "fieldInvalid").max(60, "fieldInvalid").optional(),
  from: moment.optional(),
  to: moment.optional(),
});

/**
 * All that is known of a visitor or a period, a JSON object a line: visits with their raw events, then interactions, then what
 * goes on and what was not taken. Read piece by piece: a long period is never held whole.
 */
export async function exportShoppers(ctx: ServiceContext, input: Untrusted<typeof exportShoppersSchema>): Promise<AsyncGenerator<string>> {
  requirePermission(ctx, "shoppers:write");
  const asked = parseInput(exportShoppersSchema, input);
  if (asked.visitorKey === undefined && (asked.from === undefined || asked.to === undefined)) {
    throw new AppError("invalid", "chooseWhatToErase", { fields: { from: "chooseWhatToErase" } });
  }
  await mutate(ctx, {
    writes: [],
    audit: {
      action: "shoppers.exported",
      subject: { type: "shoppers", id: asked.visitorKey ?? "period", label: asked.visitorKey ?? "period" },
    },
  });
  return lines(ctx, asked);
}

type Asked = z.output<typeof exportShoppersSchema>;

async function* lines(ctx: ServiceContext, asked: Asked): AsyncGenerator<string> {
  yield* visits(ctx, asked);
  yield* interactionsOf(ctx, asked);
  // A removed site took what it remembered with it.
  for (const { id } of await ctx.db.all(sites, { orderBy: asc(sites.id), limit: mostSites })) {
    yield* openVisits(ctx, asked, id);
    yield* refusedEvents(ctx, asked, id);
  }
}

function of(
  table: typeof shopperSessions | typeof interactions,
  time: typeof shopperSessions.startedAt | typeof interactions.occurredAt,
  { visitorKey, from, to }: Asked,
): SQL | undefined {
  return and(
    visitorKey === undefined ? undefined : eq(table.visitorKey, visitorKey),
    from === undefined ? undefined : gte(time, from),
    to === undefined ? undefined : lt(time, to),
  );
}

async function* visits(ctx: ServiceContext, asked: Asked): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const where = and(of(shopperSessions, shopperSessions.startedAt, asked), gt(shopperSessions.id, after));
    const rows = await ctx.db.all(shopperSessions, { where, orderBy: asc(shopperSessions.id), limit: perRead });
    for (const { workspaceId: _workspace, archiveKey, version: _version, ...session } of rows) {
      const events = archiveKey === null ? undefined : await ctx.ports.sessionArchive.read(archiveKey);
      yield JSON.stringify({ kind: "session", ...session, rawEvents: events ?? null });
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function* interactionsOf(ctx: ServiceContext, asked: Asked): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const where = and(of(interactions, interactions.occurredAt, asked), gt(interactions.id, after));
    const rows = await ctx.db.all(interactions, { where, orderBy: asc(interactions.id), limit: perRead });
    for (const { workspaceId: _workspace, version: _version, kind, ...row } of rows) {
      yield JSON.stringify({ kind: "interaction", ...row, interactionKind: kind });
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** What goes on while it is asked for; one that ends meanwhile was told as a visit, or is told here with no events. */
async function* openVisits(
  { workspaceId, ports }: ServiceContext,
  { visitorKey, from, to }: Asked,
  siteId: string,
): AsyncGenerator<string> {
  const began = { from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER };
  for (const open of await ports.shopperRooms.openSessions({ workspaceId, siteId }, mostOpen, began)) {
    if (visitorKey !== undefined && open.visitorKey !== visitorKey) continue;
    const rawEvents = await ports.shopperRooms.sessionEvents({ workspaceId, siteId, visitorKey: open.visitorKey }, open.id);
    yield JSON.stringify({ kind: "open-session", ...open, rawEvents });
  }
}

/** Events that were not taken, as they came. */
async function* refusedEvents({ workspaceId, ports }: ServiceContext, asked: Asked, siteId: string): AsyncGenerator<string> {
  const { visitorKey, from = 0, to = Number.MAX_SAFE_INTEGER } = asked;
  for (let before: string | undefined; ;) {
    const { data } = await ports.shopperRooms.letters({ workspaceId, siteId }, { limit: perRead, before });
    for (const letter of data) {
      if (visitorKey !== undefined && letter.visitorKey !== visitorKey) continue;
      if (letter.receivedAt >= from && letter.receivedAt < to) yield JSON.stringify({ kind: "refused-event", ...letter });
    }
    before = data.at(-1)?.letterId;
    if (before === undefined) return;
  }
}
