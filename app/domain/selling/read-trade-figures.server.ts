import { and, eq, gte, isNotNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Orm, WorkspaceTable } from "#db/client.server.ts";
import { orders } from "#db/schema/orders.ts";
import { reputationDays, scoreDays } from "#db/schema/selling.ts";
import { questions } from "#db/schema/service.ts";
import type { ServiceContext } from "../context.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Longer windows exist only for sellers with few sales. */
const longestWindowDays = 365;

export type TradeFigures = Awaited<ReturnType<typeof readTradeFigures>>;
type Source = { orm: Orm; scope: (table: WorkspaceTable) => SQL; now: number };

/** What the score and its rules need of orders, questions and earlier days, in one round trip. */
export function readTradeFigures(ctx: ServiceContext, windowDays: number) {
  const now = ctx.clock.now();
  const since = now - Math.min(longestWindowDays, Math.max(45, windowDays)) * dayMs;
  return ctx.db.read(async (orm, scope) => {
    const source = { orm, scope, now };
    const [days, dispatch, waiting, fees, open, answered, outDays, levels] = await orm.batch([
      salesDays(source, since),
      dispatchOfMonth(source),
      waitingOrders(source),
      feesOfMonth(source),
      openQuestions(source),
      answeredQuestions(source),
      earlierOutOfStock(source),
      earlierLevels(source),
    ]);
    return { days, dispatch, waiting, fees, open, answered, outDays, levels };
  });
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function salesDays({ orm, scope }: Source, since: number) {
  return orm
    .select({
      channelId: orders.channelId,
      day: sql<string>`date(${orders.placedAt} / 1000, 'unixepoch')`.as("day"),
      orders: sql<number>`count(*)`,
      cancelledBySeller: sql<number>`sum(${orders.cancelledBy} is 'seller')`,
      shipped: sql<number>`count(${orders.shippedAt})`,
      late: sql<number>`sum(${orders.isLate})`,
    })
    .from(orders)
    .where(and(scope(orders), gte(orders.placedAt, since), ne(orders.state, "unpaid")))
    .groupBy(orders.channelId, sql`day`);
}

/** What had to be sent in the last 30 days; placed in the last 45, so that the index by date narrows it. */
function dispatchOfMonth({ orm, scope, now }: Source) {
  const wasLate = sql`(${orders.isLate} or ${orders.shippedAt} > ${orders.shipBy} or (${orders.shippedAt} is null and ${orders.state} = 'ready'))`;
  return orm
    .select({ channelId: orders.channelId, due: sql<number>`count(*)`, late: sql<number>`coalesce(sum(${wasLate}), 0)` })
    .from(orders)
    .where(
      and(
        scope(orders),
        gte(orders.placedAt, now - 45 * dayMs),
        sql`${orders.shipBy} between ${now - 30 * dayMs} and ${now}`,
        ne(orders.state, "cancelled"),
      ),
    )
    .groupBy(orders.channelId);
}

function waitingOrders({ orm, scope, now }: Source) {
  return orm
    .select({
      channelId: orders.channelId,
      late: sql<number>`sum(${orders.shipBy} < ${now})`,
      dueSoon: sql<number>`sum(${orders.shipBy} between ${now} and ${now + 4 * hourMs})`,
    })
    .from(orders)
    .where(and(scope(orders), eq(orders.state, "ready"), isNotNull(orders.shipBy)))
    .groupBy(orders.channelId);
}

function feesOfMonth({ orm, scope, now }: Source) {
  return orm
    .select({
      channelId: orders.channelId,
      orders: sql<number>`count(*)`,
      chargedCents: sql<number>`sum(${orders.feeCents})`,
      predictedCents: sql<number>`sum(${orders.predictedFeeCents})`,
      currency: orders.currency,
    })
    .from(orders)
    .where(
      and(
        scope(orders),
        gte(orders.placedAt, now - 30 * dayMs),
        ne(orders.state, "cancelled"),
        isNotNull(orders.feeCents),
        isNotNull(orders.predictedFeeCents),
      ),
    )
    .groupBy(orders.channelId, orders.currency);
}

function openQuestions({ orm, scope, now }: Source) {
  return orm
    .select({
      channelId: questions.channelId,
      open: sql<number>`count(*)`,
      oldestAskedAtMs: sql<number>`min(${questions.askedAt})`,
      over24h: sql<number>`sum(${questions.askedAt} < ${now - dayMs})`,
    })
    .from(questions)
    .where(and(scope(questions), eq(questions.state, "open")))
    .groupBy(questions.channelId);
}

function answeredQuestions({ orm, scope, now }: Source) {
  return orm
    .select({
      channelId: questions.channelId,
      answered: sql<number>`count(*)`,
      minutes: sql<number>`sum((${questions.answeredAt} - ${questions.askedAt}) / 60000)`,
    })
    .from(questions)
    .where(
      and(scope(questions), eq(questions.state, "answered"), gte(questions.askedAt, now - 14 * dayMs), isNotNull(questions.answeredAt)),
    )
    .groupBy(questions.channelId);
}

function earlierOutOfStock({ orm, scope, now }: Source) {
  return orm
    .select({ channelId: scoreDays.channelId, outBp: sql<number | null>`json_extract(${scoreDays.parts}, '$.outOfStockBp')` })
    .from(scoreDays)
    .where(and(scope(scoreDays), gte(scoreDays.day, dayText(now - 29 * dayMs)), lt(scoreDays.day, dayText(now))));
}

function earlierLevels({ orm, scope, now }: Source) {
  return orm
    .select({ channelId: reputationDays.channelId, level: sql<string | null>`json_extract(${reputationDays.reputation}, '$.level')` })
    .from(reputationDays)
    .where(and(scope(reputationDays), gte(reputationDays.day, dayText(now - 30 * dayMs)), lt(reputationDays.day, dayText(now))));
}
