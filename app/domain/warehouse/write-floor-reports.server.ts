import { and, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { alerts, floorReports, zoneChecks } from "#db/schema/floor-watch.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import { insertOnce } from "#db/writes.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type AlertSeverity, isAlertKind } from "./alerts/kinds.ts";
import { type FloorReport, reportKey } from "./monitoring/report.ts";
import { hourMs } from "./monitoring/zone-metrics.ts";
import { measureFloor } from "./read-floor-metrics.server.ts";

/** A day that was missed, because nothing ran, is made up for as long as this. */
const daysBack = 3;
/** A zone that is silent may still answer: for this long after midnight the day waits for it. */
const patienceMs = 6 * hourMs;
const dayMs = 24 * hourMs;

type Day = { day: string; fromMs: number; untilMs: number };

/** Across all workspaces, those with a floor to report of. */
export async function workspacesWithZones(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ workspaceId: zones.workspaceId }).from(zones);
  return rows.map((row) => row.workspaceId);
}

/** Sums up each of the last days, in the workspace's own time zone, that is over and has no report yet. */
export async function writeFloorReports(ctx: ServiceContext): Promise<{ days: string[] }> {
  requirePermission(ctx, "warehouse:write");
  const { timeZone } = await readWorkspace(ctx);
  const days = lastDays(ctx.clock.now(), timeZone);
  const known = await ctx.db.all(floorReports, {
    where: inArray(
      floorReports.day,
      days.map(({ day }) => day),
    ),
  });
  const done = new Set(known.map(({ day }) => day));
  const first = await ctx.db.read((orm, scope) =>
    orm
      .select({ at: sql<number>`min(${zones.createdAt})` })
      .from(zones)
      .where(scope(zones)),
  );
  const written: string[] = [];
  for (const day of days) {
    if (done.has(day.day) || (first[0]?.at ?? 0) >= day.untilMs) continue;
    const report = await summarise(ctx, day, timeZone);
    const isComplete = report.zones.every(({ hasAnswered }) => hasAnswered);
    if (!isComplete && ctx.clock.now() < day.untilMs + patienceMs) continue;
    await keep(ctx, report);
    written.push(day.day);
  }
  return { days: written };
}

/** The oldest first. */
function lastDays(nowMs: number, timeZone: string): Day[] {
  const days: Day[] = [];
  for (let back = daysBack; back >= 1; back -= 1) {
    const day = zonedDay(nowMs - back * dayMs, timeZone);
    const [fromMs, untilMs] = [startOfDayMs(day, timeZone), startOfDayMs(nextDay(day), timeZone)];
    // Where clocks are turned, two steps back may be one day.
    if (fromMs === undefined || untilMs === undefined || untilMs > nowMs || days.some((one) => one.day === day)) continue;
    days.push({ day, fromMs, untilMs });
  }
  return days;
}

async function summarise(ctx: ServiceContext, { day, fromMs, untilMs }: Day, timeZone: string): Promise<FloorReport> {
  const [floor, stock, checks, ofDay] = await Promise.all([
    measureFloor(ctx, { fromMs, untilMs }),
    stockByZone(ctx),
    ctx.db.all(zoneChecks),
    ctx.db.all(alerts, {
      where: and(lt(alerts.openedAt, untilMs), or(isNull(alerts.resolvedAt), gt(alerts.resolvedAt, fromMs))),
      limit: 500,
    }),
  ]);
  const nothing = { skus: 0, onHand: 0, reserved: 0, onHold: 0, damaged: 0, inTransit: 0 };
  const checked = new Map(checks.map((one) => [one.zoneId, one]));
  return {
    v: 1,
    day,
    timeZone,
    fromMs,
    untilMs,
    madeAt: ctx.clock.now(),
    total: floor.total,
    hours: floor.hours,
    people: floor.people,
    zones: floor.zones.map(({ id, name, warehouse, metrics }) => ({
      id,
      name,
      warehouse,
      hasAnswered: metrics !== null,
      checkedAt: checked.get(id)?.checkedAt ?? null,
      drift: checked.get(id)?.drift ?? null,
      ...(stock.get(id) ?? nothing),
    })),
    alerts: ofDay.flatMap(({ kind, severity, subject, openedAt, acknowledgedBy, resolvedAt, resolvedBy }) =>
      isAlertKind(kind)
        ? [{ kind, severity: severityOf(severity), zoneId: subject, openedAt, acknowledgedBy, resolvedAt, resolvedBy }]
        : [],
    ),
  };
}

function severityOf(text: string): AlertSeverity {
  return text === "wrong" ? "wrong" : "watch";
}

async function stockByZone(ctx: ServiceContext) {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        zoneId: zoneStock.zoneId,
        skus: sql<number>`count(case when ${zoneStock.onHand} > 0 then 1 end)`,
        onHand: sql<number>`sum(${zoneStock.onHand})`,
        reserved: sql<number>`sum(${zoneStock.reserved})`,
        onHold: sql<number>`sum(${zoneStock.onHold})`,
        damaged: sql<number>`sum(${zoneStock.damaged})`,
        inTransit: sql<number>`sum(${zoneStock.inTransit})`,
      })
      .from(zoneStock)
      .where(scope(zoneStock))
      .groupBy(zoneStock.zoneId),
  );
  return new Map(rows.map(({ zoneId, ...sums }) => [zoneId, sums]));
}

/** The object first: a row without one would promise what cannot be read. Written twice, it is the same key. */
async function keep(ctx: ServiceContext, report: FloorReport): Promise<void> {
  const objectKey = reportKey(ctx.workspaceId, report.day);
  const { sizeBytes } = await ctx.ports.exportStore.writePart(objectKey, JSON.stringify(report));
  const row = { id: ctx.ids.next("rep"), day: report.day, objectKey, sizeBytes, createdAt: ctx.clock.now() };
  await mutate(ctx, {
    writes: [insertOnce(floorReports, row)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
