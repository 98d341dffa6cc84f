import { eq } from "drizzle-orm";
import { z } from "zod";
import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { wholeNumber } from "../whole-number.ts";
import { lastDaysUntil, maxPeriodDays } from "./sales-period.ts";
import { productQuery, salesChannelQuery, salesQuery, type Span } from "./sales-queries.server.ts";
import { byCurrency } from "./sales-report.ts";

const defaultDays = 30;
const dayMs = 86_400_000;
const listedProducts = 200;
/** Years in which a program may ask; further out calendars and drivers disagree. */
const moment = () => wholeNumber({ min: 0, max: Date.UTC(2200, 0) }).optional();

export const salesMetricsSchema = z.object({
  /** UTC milliseconds, from inclusive to exclusive; at most a year. */
  from: moment(),
  to: moment(),
  by: z.enum(["day", "channel", "product"], "fieldInvalid").default("day"),
});

/**
 * Amounts in minor units of the row's currency; what was sold in two currencies is two rows with the same key. Products are not
 * counted in orders: one order may hold many.
 */
export type SalesMetric = {
  key: string;
  label: string;
  currency: string;
  gmvCents: number;
  units: number;
  orders: number | null;
  cancelled: number | null;
};

type DaySpan = Span & { day: string };

/** What was sold in a stretch of time, by day of the workspace's time zone, by channel or by product; its own currency first. */
export async function readSalesMetrics(
  ctx: ServiceContext,
  input: z.input<typeof salesMetricsSchema> = {},
): Promise<{ data: SalesMetric[]; nextCursor: null }> {
  requirePermission(ctx, "selling:read");
  const { by, ...asked } = parseInput(salesMetricsSchema, input);
  const workspace = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  const home = { timeZone: workspace?.timeZone ?? "UTC", currency: workspace?.currency ?? "" };
  const toMs = asked.to ?? ctx.clock.now();
  const fromMs = asked.from ?? defaultStart(toMs, home.timeZone);
  if (fromMs > toMs || toMs - fromMs > maxPeriodDays * dayMs)
    throw new AppError("invalid", "checkFields", { fields: { from: "fieldInvalid" } });
  const span = { fromMs, toMs };
  switch (by) {
    case "day":
      return { data: await byDay(ctx, span, home), nextCursor: null };
    case "channel":
      return { data: await byChannel(ctx, span, home), nextCursor: null };
    case "product":
      return { data: await byProduct(ctx, span, home), nextCursor: null };
    default:
      return by satisfies never;
  }
}

/** The same whole days that the dashboard shows: a first day in part would look like a bad one. */
function defaultStart(toMs: number, timeZone: string): number {
  const { from } = lastDaysUntil(zonedDay(toMs, timeZone), defaultDays);
  return startOfDayMs(from, timeZone) ?? Math.max(0, toMs - defaultDays * dayMs);
}

type Home = { timeZone: string; currency: string };

async function byDay(ctx: ServiceContext, span: Span, home: Home): Promise<SalesMetric[]> {
  const spans = daysOf(span, home.timeZone);
  const counted = await readSums(ctx, spans);
  return byCurrency(counted, home.currency).flatMap(({ currency, rows }) =>
    spans.map(({ day }, index) => {
      const own = rows.filter((row) => row.dayIndex === index);
      const sum = (field: "gmvCents" | "units" | "orders" | "cancelled") => own.reduce((all, row) => all + row[field], 0);
      return {
        key: day,
        label: day,
        currency,
        gmvCents: sum("gmvCents"),
        units: sum("units"),
        orders: sum("orders"),
        cancelled: sum("cancelled"),
      };
    }),
  );
}

async function byChannel(ctx: ServiceContext, span: Span, home: Home): Promise<SalesMetric[]> {
  const counted = await readSums(ctx, [span]);
  return byCurrency(counted, home.currency).flatMap(({ currency, rows, channels }) =>
    channels.map(({ id, name }) => {
      const { gmvCents = 0, units = 0, orders = 0, cancelled = 0 } = rows.find((row) => row.channelId === id) ?? {};
      return { key: id, label: name, currency, gmvCents, units, orders, cancelled };
    }),
  );
}

async function byProduct(ctx: ServiceContext, span: Span, home: Home): Promise<SalesMetric[]> {
  const rows = await ctx.db.read((orm) => productQuery(orm, ctx.workspaceId, span, listedProducts));
  const isOther = ({ currency }: { currency: string }) => (currency === home.currency ? 0 : 1);
  return rows
    .toSorted((a, b) => isOther(a) - isOther(b))
    .map(({ key, title, currency, gmvCents, units }) => ({ key, label: title, currency, gmvCents, units, orders: null, cancelled: null }));
}

async function readSums(ctx: ServiceContext, spans: readonly Span[]) {
  const [rows, channels] = await ctx.db.read((orm) =>
    orm.batch([salesQuery(orm, ctx.workspaceId, spans), salesChannelQuery(orm, ctx.workspaceId)]),
  );
  return { rows, channels };
}

/** The days of the workspace that a stretch touches; the first and last one as far as it reaches. */
function daysOf({ fromMs, toMs }: Span, timeZone: string): DaySpan[] {
  const days: DaySpan[] = [];
  let day = zonedDay(fromMs, timeZone);
  let startMs = fromMs;
  while (startMs < toMs) {
    const following = nextDay(day);
    const endMs = Math.min(toMs, startOfDayMs(following, timeZone) ?? toMs);
    days.push({ day, fromMs: startMs, toMs: endMs });
    day = following;
    startMs = endMs;
  }
  return days;
}
