import { and, asc, eq, gt, gte, inArray, isNull, lt, or } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import type { Orm } from "#db/client.server.ts";
import { alerts, floorSamples, zoneChecks } from "#db/schema/floor-watch.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import { insert, merge, updateByIds, updateWhere, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import { type Detected, detectAlerts, type Sample } from "./alerts/detect.ts";
import type { AlertFacts } from "./alerts/kinds.ts";
import { quietForMs, reconcileAlerts } from "./alerts/reconcile.ts";
import type { Drift } from "./ledger/check-zone.ts";
import { answerWithin } from "./monitoring/answer-within.ts";
import { otherThanTold } from "./monitoring/other-than-told.ts";
import { hourMs, noWork, type ZoneMetrics } from "./monitoring/zone-metrics.ts";
import { factsOfTwins, findTwins } from "./serials/find-twins.server.ts";

type Zone = { id: string; name: string };
type Difference = Omit<Drift, "kind"> & { kind: Drift["kind"] | "not-as-told" };
type Books = { differences: Difference[]; isCompared: boolean };
type Looked = { zone: Zone; metrics: ZoneMetrics | undefined; books: Books | undefined; durationMs: number; detected: Detected };

const lookedAtEveryMs = 5 * 60_000;
const answerLimitMs = 20_000;
const keptDifferences = 50;
const historyMs = 57 * 24 * hourMs;

/** Across all workspaces, those whose turn it is: the ones nobody has looked at for longest, a bounded number at a time. */
export async function zonesToWatch(orm: Orm, nowMs: number, limit: number): Promise<Map<string, Zone[]>> {
  const rows = await orm
    .select({ id: zones.id, name: zones.name, workspaceId: zones.workspaceId })
    .from(zones)
    .leftJoin(zoneChecks, and(eq(zoneChecks.zoneId, zones.id), eq(zoneChecks.workspaceId, zones.workspaceId)))
    .where(or(isNull(zoneChecks.checkedAt), lt(zoneChecks.checkedAt, nowMs - lookedAtEveryMs)))
    .orderBy(asc(zoneChecks.checkedAt))
    .limit(limit);
  return Map.groupBy(rows, ({ workspaceId }) => workspaceId);
}

/**
 * Looks at zones: whether their books add up, whether others know what they say, what is done and what waits. Writes down
 * what was seen, and opens, keeps or ends the alerts that follow from it.
 */
export async function watchZones(ctx: ServiceContext, watched: readonly Zone[]): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const looked: Looked[] = [];
  // One after the other: whoever works there has the rooms, and checking whole books is not urgent.
  for (const zone of watched) looked.push(await lookAt(ctx, zone));
  const { writes, events } = await followUp(ctx, looked);
  await mutate(ctx, {
    writes: [...looked.flatMap((one) => recordOf(ctx, one)), ...writes],
    audit: "mirrored",
    events: [...events, { type: "data.changed", area: "warehouse" }],
  });
}

async function lookAt(ctx: ServiceContext, zone: Zone): Promise<Looked> {
  const startedAt = ctx.clock.now();
  const key = { workspaceId: ctx.workspaceId, zoneId: zone.id };
  const thisHour = Math.floor(startedAt / hourMs) * hourMs;
  const period = { fromMs: thisHour - hourMs, untilMs: thisHour + hourMs };
  const metrics = await answerWithin(answerLimitMs, ctx.ports.zoneRooms.metrics(key, period));
  const books = metrics === undefined ? undefined : await answerWithin(answerLimitMs, readBooks(ctx, zone.id, metrics));
  const samples: Sample[] = await ctx.db.all(floorSamples, {
    where: and(eq(floorSamples.zoneId, zone.id), gte(floorSamples.hourMs, startedAt - historyMs), lt(floorSamples.hourMs, thisHour)),
  });
  const lastHour = metrics?.hours.find((one) => one.hourMs === thisHour - hourMs);
  const known = samples.filter((one) => one.hourMs < thisHour - hourMs);
  const queueOldestMs = samples.find((one) => one.hourMs === thisHour - hourMs)?.queueOldestMs ?? null;
  const twins = metrics === undefined ? undefined : await answerWithin(answerLimitMs, twinsOf(ctx, zone.id));
  const detected = detectAlerts({
    twins,
    nowMs: startedAt,
    metrics: metrics ?? null,
    drift: books?.differences.length ?? null,
    samples: [...known, { ...noWork, ...lastHour, hourMs: thisHour - hourMs, queueOldestMs }],
  });
  return { zone, metrics, books, durationMs: ctx.clock.now() - startedAt, detected };
}

/** A number that lies in two zones is told of once, by the first of them. */
async function twinsOf(ctx: ServiceContext, zoneId: string): Promise<AlertFacts | null> {
  const [twin, ...others] = (await findTwins(ctx, zoneId)).filter(({ first }) => first.zoneId === zoneId);
  return twin === undefined ? null : factsOfTwins(ctx, [twin, ...others]);
}

/** What was told can only be wrong where nothing is untold, before as well as after it was read. */
async function readBooks(ctx: ServiceContext, zoneId: string, before: ZoneMetrics): Promise<Books> {
  const key = { workspaceId: ctx.workspaceId, zoneId };
  const [drift, totals] = await Promise.all([ctx.ports.zoneRooms.check(key), ctx.ports.zoneRooms.totals(key)]);
  const told = await ctx.db.all(zoneStock, { where: eq(zoneStock.zoneId, zoneId) });
  const after = await ctx.ports.zoneRooms.metrics(key, { fromMs: before.atMs, untilMs: before.atMs });
  const isCompared = before.untold === 0 && after.untold === 0 && after.lastSeq === before.lastSeq;
  const untold = isCompared ? otherThanTold(totals, told) : [];
  const notAsTold = untold.map(({ sku, expected, found }) => ({ kind: "not-as-told" as const, what: sku, expected, found }));
  return { differences: [...drift, ...notAsTold], isCompared };
}

function recordOf(ctx: ServiceContext, { zone, metrics, books, durationMs, detected }: Looked): Write[] {
  const now = ctx.clock.now();
  const zoneId = zone.id;
  const check = {
    id: zoneId,
    zoneId,
    checkedAt: now,
    durationMs,
    drift: books?.differences.length ?? null,
    differences: (books?.differences ?? []).slice(0, keptDifferences),
    isCompared: books?.isCompared ?? false,
    lastSeq: metrics?.lastSeq ?? null,
    learning: detected.learning,
  };
  const checked = merge(zoneChecks, { key: ["workspaceId", "zoneId"], newest: "checkedAt", keep: ["id"] }, [check]);
  if (metrics === undefined) return [checked];
  const key: ("workspaceId" | "zoneId" | "hourMs")[] = ["workspaceId", "zoneId", "hourMs"];
  const thisHour = Math.floor(now / hourMs) * hourMs;
  const sample = (at: number) => ({
    ...noWork,
    ...metrics.hours.find((one) => one.hourMs === at),
    id: `${zoneId}/${at}`,
    zoneId,
    hourMs: at,
    takenAt: now,
  });
  const queueDepth = metrics.queue.reduce((sum, { open, claimed }) => sum + open + claimed, 0);
  const queueOldestMs = Math.max(0, ...metrics.queue.map(({ oldestAgeMs }) => oldestAgeMs));
  return [
    checked,
    merge(floorSamples, { key, newest: "takenAt", keep: ["id"] }, [{ ...sample(thisHour), queueDepth, queueOldestMs }]),
    // What waited in the hour before was seen in it, or by nobody.
    merge(floorSamples, { key, newest: "takenAt", keep: ["id"], fill: ["queueDepth", "queueOldestMs"] }, [
      { ...sample(thisHour - hourMs), queueDepth: null, queueOldestMs: null },
    ]),
  ];
}

async function followUp(ctx: ServiceContext, looked: readonly Looked[]): Promise<{ writes: Write[]; events: DomainEvent[] }> {
  const now = ctx.clock.now();
  const known = await ctx.db.all(alerts, {
    where: and(
      inArray(
        alerts.subject,
        looked.map(({ zone }) => zone.id),
      ),
      or(isNull(alerts.resolvedAt), gt(alerts.resolvedAt, now - quietForMs)),
    ),
  });
  const writes: Write[] = [];
  const events: DomainEvent[] = [];
  for (const { zone, detected } of looked) {
    // One that went by itself may come back at once; only what a person has ended stays quiet.
    const own = known.filter((one) => one.subject === zone.id && (one.resolvedAt === null || one.resolvedBy !== null));
    const { opened, seen, resolved } = reconcileAlerts(own, detected, now);
    for (const { kind, severity, facts } of opened) {
      const id = ctx.ids.next("alr");
      writes.push(insert(alerts, { id, kind, subject: zone.id, severity, facts, openedAt: now, lastSeenAt: now }));
      events.push({ type: "alert.opened", alertId: id, kind, zone: zone.name });
    }
    for (const { id, finding } of seen) {
      writes.push(updateWhere(alerts, eq(alerts.id, id), { lastSeenAt: now, severity: finding.severity, facts: finding.facts }));
    }
    if (resolved.length > 0) writes.push(updateByIds(alerts, resolved, { resolvedAt: now }));
  }
  return { writes, events };
}
