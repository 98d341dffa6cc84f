import { and, count, countDistinct, eq, gte, lt, lte, type SQL, sql, sum } from "drizzle-orm";
import { z } from "zod";
import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { siteStatistics } from "#db/schema/site-statistics.ts";
import { sites } from "#db/schema/sites.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { wholeNumber } from "../../whole-number.ts";
import type { Counts, StatisticKind } from "./count-visit.ts";
import { lastDays } from "./last-days.ts";

const mostDays = 366;
const rowsOfKind = 12;
const hours = 24;

export const readStatisticsSchema = z.object({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  /** Up to today, in days of the workspace's time zone. */
  days: wholeNumber({ min: 1, max: mostDays }).default(30),
});

export type SiteTotals = Counts & { visitors: number };
export type SiteDay = { day: string; visits: number; pageViews: number; orders: number };
export type SiteRow = Counts & { value: string };
export type SiteStatistics = {
  fromDay: string;
  untilDay: string;
  totals: SiteTotals;
  /** The same length of time right before. */
  before: SiteTotals;
  /** Every day, also those on which nobody came. */
  days: SiteDay[];
  /** The most of each kind, by visits; hours all of them, in their order. */
  top: Record<Exclude<StatisticKind, "all">, SiteRow[]>;
};

const sums = {
  visits: sum(siteStatistics.visits).mapWith(Number),
  halfHourVisits: sum(siteStatistics.halfHourVisits).mapWith(Number),
  pageViews: sum(siteStatistics.pageViews).mapWith(Number),
  visibleMs: sum(siteStatistics.visibleMs).mapWith(Number),
  bounces: sum(siteStatistics.bounces).mapWith(Number),
  orders: sum(siteStatistics.orders).mapWith(Number),
  orderCents: sum(siteStatistics.orderCents).mapWith(Number),
};
const nothing: Counts = { visits: 0, halfHourVisits: 0, pageViews: 0, visibleMs: 0, bounces: 0, orders: 0, orderCents: 0 };

/** How a site is visited: read from sums that grew as visits ended, whatever their number. Programs are left out. */
export async function readStatistics(ctx: ServiceContext, input: z.input<typeof readStatisticsSchema>): Promise<SiteStatistics> {
  requirePermission(ctx, "shoppers:read");
  const { id, days } = parseInput(readStatisticsSchema, input);
  const [site, workspace] = await Promise.all([
    ctx.db.first(sites, eq(sites.id, id)),
    ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)),
  ]);
  if (site === undefined) throw notFound("site");
  const timeZone = workspace?.timeZone ?? "UTC";
  const period = lastDays(zonedDay(ctx.clock.now(), timeZone), days);
  const [byDay, rows, visitors, visitorsBefore] = await Promise.all([
    readDays(ctx, id, { fromDay: period.beforeDay, untilDay: period.untilDay }),
    readRows(ctx, id, period),
    countVisitors(ctx, id, { fromDay: period.fromDay, untilDay: period.untilDay, timeZone }),
    countVisitors(ctx, id, { fromDay: period.beforeDay, untilDay: period.lastBefore, timeZone }),
  ]);
  const known = new Map(byDay.map((row) => [row.day, row]));
  const now = byDay.filter(({ day }) => day >= period.fromDay);
  return {
    fromDay: period.fromDay,
    untilDay: period.untilDay,
    totals: { ...totalOf(now), visitors },
    before: { ...totalOf(byDay.filter(({ day }) => day < period.fromDay)), visitors: visitorsBefore },
    days: period.days.map((day) => {
      const { visits, pageViews, orders } = known.get(day) ?? nothing;
      return { day, visits, pageViews, orders };
    }),
    top: topOf(rows),
  };
}

type Days = { fromDay: string; untilDay: string };

function ofSite(siteId: string, { fromDay, untilDay }: Days): SQL | undefined {
  return and(eq(siteStatistics.siteId, siteId), gte(siteStatistics.day, fromDay), lte(siteStatistics.day, untilDay));
}

function readDays(ctx: ServiceContext, siteId: string, days: Days): Promise<(Counts & { day: string })[]> {
  return ctx.db.read((orm, scope) =>
    orm
      .select({ day: siteStatistics.day, ...sums })
      .from(siteStatistics)
      .where(and(scope(siteStatistics), eq(siteStatistics.kind, "all"), ofSite(siteId, days)))
      .groupBy(siteStatistics.day),
  );
}

async function readRows(ctx: ServiceContext, siteId: string, days: Days): Promise<(SiteRow & { kind: string })[]> {
  return ctx.db.read((orm, scope) => {
    const rank = sql<number>`row_number() over (partition by ${siteStatistics.kind} order by sum(${siteStatistics.visits}) desc, ${siteStatistics.value})`;
    const ranked = orm
      .select({
        kind: siteStatistics.kind,
        value: siteStatistics.value,
        visits: sums.visits.as("visits_"),
        halfHourVisits: sums.halfHourVisits.as("half_hour_visits_"),
        pageViews: sums.pageViews.as("page_views_"),
        visibleMs: sums.visibleMs.as("visible_ms_"),
        bounces: sums.bounces.as("bounces_"),
        orders: sums.orders.as("orders_"),
        orderCents: sums.orderCents.as("order_cents_"),
        rank: rank.as("rank_"),
      })
      .from(siteStatistics)
      .where(and(scope(siteStatistics), sql`${siteStatistics.kind} <> 'all'`, ofSite(siteId, days)))
      .groupBy(siteStatistics.kind, siteStatistics.value)
      .as("ranked");
    const { kind, value, visits, halfHourVisits, pageViews, visibleMs, bounces, orders, orderCents } = ranked;
    return orm
      .select({ kind, value, visits, halfHourVisits, pageViews, visibleMs, bounces, orders, orderCents })
      .from(ranked)
      .where(sql`${ranked.rank} <= case ${ranked.kind} when 'hour' then ${hours} else ${rowsOfKind} end`)
      .orderBy(ranked.kind, sql`${ranked.rank}`);
  });
}

function topOf(rows: readonly (SiteRow & { kind: string })[]): SiteStatistics["top"] {
  const of = (kind: StatisticKind) => rows.filter((row) => row.kind === kind).map(({ kind: _kind, ...row }) => row);
  const known = new Map(of("hour").map((row) => [row.value, row]));
  const allHours = Array.from({ length: hours }, (_, hour) => String(hour).padStart(2, "0"));
  return {
    page: of("page").toSorted((a, b) => b.pageViews - a.pageViews),
    landing: of("landing"),
    exit: of("exit"),
    referrer: of("referrer"),
    campaign: of("campaign"),
    device: of("device"),
    browser: of("browser"),
    country: of("country"),
    hour: allHours.map((value) => known.get(value) ?? { value, ...nothing }),
  };
}

/** A visitor of two days is one, where consent let us know them again. */
async function countVisitors(ctx: ServiceContext, siteId: string, days: Days & { timeZone: string }): Promise<number> {
  const from = startOfDayMs(days.fromDay, days.timeZone) ?? 0;
  const until = startOfDayMs(nextDay(days.untilDay), days.timeZone) ?? 0;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ visitors: countDistinct(shopperSessions.visitorKey), sessions: count() })
      .from(shopperSessions)
      .where(
        and(
          scope(shopperSessions),
          eq(shopperSessions.siteId, siteId),
          gte(shopperSessions.startedAt, from),
          lt(shopperSessions.startedAt, until),
          eq(shopperSessions.isBot, false),
        ),
      ),
  );
  return rows[0]?.visitors ?? 0;
}

function totalOf(rows: readonly Counts[]): Counts {
  const of = (key: keyof Counts) => rows.reduce((total, row) => total + row[key], 0);
  return {
    visits: of("visits"),
    halfHourVisits: of("halfHourVisits"),
    pageViews: of("pageViews"),
    visibleMs: of("visibleMs"),
    bounces: of("bounces"),
    orders: of("orders"),
    orderCents: of("orderCents"),
  };
}
