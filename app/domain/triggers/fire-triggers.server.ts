import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import type { Orm } from "#db/client.server.ts";
import { triggerFirings, triggers } from "#db/schema/triggers.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { ensure, insert, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import { chainOf } from "./chain.server.ts";
import type { Happening } from "./events.ts";
import { readFigures, timeZoneOf } from "./figures.server.ts";
import { stopReasonFor } from "./guard.ts";
import { type Matched, matchEvents } from "./match-events.ts";
import { lastOccurrence } from "./schedule.ts";
import { readHappenings } from "./sources.server.ts";
import { toTrigger, type Trigger } from "./trigger-row.ts";

const hourMs = 3_600_000;
/** Marketplaces tell late; what is older than this when it is heard of is no news any more. */
const newsForMs = 24 * hourMs;
/** Clocks of others may go before ours. */
const aheadMs = 5 * 60_000;
const readAtOnce = 1_000;
const firedAtOnce = 100;

/** Across all workspaces, those in which some trigger is on. */
export async function workspacesWithTriggers(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: triggers.workspaceId }).from(triggers).where(eq(triggers.state, "on"));
  return rows.map(({ id }) => id);
}

/**
 * Looks at what happened lately and fires what waits for it. How often it looks, and whether two look at once, makes no
 * difference: for one event a trigger fires once.
 */
export async function fireTriggers(ctx: ServiceContext): Promise<{ fired: number }> {
  requirePermission(ctx, "triggers:write");
  const rows = await ctx.db.all(triggers, { where: eq(triggers.state, "on"), orderBy: asc(triggers.id) });
  let fired = 0;
  for (const trigger of rows.flatMap((row) => toTrigger(row) ?? [])) {
    try {
      fired += await fireOne(ctx, trigger);
    } catch (error) {
      // Somebody else looked at the same moment, or just switched it off: the next look sees what is left.
      if (!(error instanceof DuplicateRowError) && !(error instanceof StaleWriteError)) throw error;
    }
  }
  return { fired };
}

async function fireOne(ctx: ServiceContext, trigger: Trigger): Promise<number> {
  const found = await lookFor(ctx, trigger);
  if (found.length === 0) return 0;
  const known = await firedFor(ctx, trigger, found);
  const due = matchEvents(trigger, found, known)
    .filter(({ verdict }) => verdict === "fires")
    .slice(0, firedAtOnce);
  if (due.length === 0) return 0;
  let firedLastHour = await ctx.db.count(
    triggerFirings,
    and(
      eq(triggerFirings.triggerId, trigger.id),
      gt(triggerFirings.createdAt, ctx.clock.now() - hourMs),
      ne(triggerFirings.state, "stopped"),
    ),
  );
  const writes: Write[] = [
    ensure(sql`exists (select 1 from ${triggers} where ${triggers.id} = ${trigger.id} and ${triggers.state} = 'on')`),
  ];
  const events: DomainEvent[] = [{ type: "data.changed", area: "triggers" }];
  for (const one of due) {
    const chain = await chainOf(ctx, one.happening.cause);
    const stopped = stopReasonFor({ triggerId: trigger.id, chain, firedLastHour, mostPerHour: trigger.mostPerHour });
    const id = ctx.ids.next("fir");
    writes.push(insert(triggerFirings, firingOf(ctx, trigger, one, { id, chain, stopped })));
    if (stopped !== undefined) continue;
    firedLastHour += 1;
    events.push({ type: "trigger.fired", firingId: id });
  }
  await mutate(ctx, { writes, audit: "mirrored", events });
  return due.length;
}

function firingOf(
  ctx: ServiceContext,
  trigger: Trigger,
  { happening, checks, count }: Matched,
  { id, chain, stopped }: { id: string; chain: readonly string[]; stopped: string | undefined },
) {
  const now = ctx.clock.now();
  return {
    id,
    triggerId: trigger.id,
    eventId: happening.id,
    event: happening.event,
    happenedAt: happening.atMs,
    createdAt: now,
    subjectType: happening.subject.type,
    subjectId: happening.subject.id,
    subjectLabel: happening.subject.label,
    facts: { ...happening.facts, ...(count === null ? {} : { count }) },
    refs: { ...happening.refs },
    evidence: checks,
    chain: [...chain, trigger.id],
    state: stopped === undefined ? "waiting" : "stopped",
    stopped: stopped ?? null,
    results: [],
    endedAt: stopped === undefined ? null : now,
  };
}

/** What happened since it was switched on, as far back as it can matter. */
async function lookFor(ctx: ServiceContext, { event, schedule, repeats, onSince }: Trigger): Promise<Happening[]> {
  const now = ctx.clock.now();
  const sinceMs = onSince ?? now;
  if (event === "schedule") {
    const timeZone = await timeZoneOf(ctx);
    const occurrence = schedule === null ? undefined : lastOccurrence(schedule, { sinceMs, nowMs: now, timeZone });
    return occurrence === undefined ? [] : [await clockHappening(ctx, occurrence, timeZone)];
  }
  const newsMs = Math.max(newsForMs, (repeats?.withinHours ?? 0) * 2 * hourMs);
  return readHappenings(ctx, event, { fromMs: Math.max(sinceMs, now - newsMs), untilMs: now + aheadMs, limit: readAtOnce });
}

/** The clock's own event, with how things stand at that moment. */
export async function clockHappening(
  ctx: ServiceContext,
  { id, atMs }: { id: string; atMs: number },
  timeZone: string,
): Promise<Happening> {
  const facts = await readFigures(ctx, timeZone);
  return { id, event: "schedule", atMs, subject: { type: "clock", id, label: "" }, facts, same: "clock", refs: {}, cause: null };
}

async function firedFor(ctx: ServiceContext, { id }: Trigger, found: readonly Happening[]): Promise<Set<string>> {
  const ids = JSON.stringify(found.map((one) => one.id));
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ eventId: triggerFirings.eventId })
      .from(triggerFirings)
      .where(
        and(
          scope(triggerFirings),
          eq(triggerFirings.triggerId, id),
          sql`${triggerFirings.eventId} in (select value from json_each(${ids}))`,
        ),
      ),
  );
  return new Set(rows.map(({ eventId }) => eventId));
}
