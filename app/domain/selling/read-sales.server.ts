import { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { wholeNumber } from "../whole-number.ts";
import { lastDaysUntil, type SalesPeriod, salesPeriodOf, todayIn } from "./sales-period.ts";
import { productQuery, salesChannelQuery, salesQuery } from "./sales-queries.server.ts";
import { type CurrencySales, toSalesReport } from "./sales-report.ts";

const shownProducts = 8;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "fieldInvalid");

/** The last so many days, or whole days of the workspace's calendar, both included. */
const inputSchema = z.object({
  days: wholeNumber({ min: 1, max: 366 }).default(30),
  from: day.optional(),
  to: day.optional(),
});

export type SoldProduct = {
  key: string;
  currency: string;
  title: string;
  productId: string | null;
  listingId: string | null;
  gmvCents: number;
  units: number;
};

export type SalesReport = {
  period: Omit<SalesPeriod, "days"> & { length: number };
  currencies: (CurrencySales & { products: SoldProduct[] })[];
  /** Whether there is anything to sell on, and whether anything was ever sold: empty pages teach the next step. */
  hasChannels: boolean;
  hasOrders: boolean;
  /** A first sync is still bringing orders in. */
  isArriving: boolean;
};

/** The workspace's calendar, and the currency that comes first. Currencies are neither added nor converted. */
type Home = { timeZone: string; currency: string };

/**
 * What was sold. GMV is the sum of the items of all orders placed in the period, in days of the workspace's time zone,
 * that were neither cancelled nor left unpaid. One round trip to the database.
 */
export async function readSales(ctx: ServiceContext, input: z.input<typeof inputSchema>, home: Home): Promise<SalesReport> {
  requirePermission(ctx, "selling:read");
  const { timeZone } = home;
  const { days, from, to } = parseInput(inputSchema, input);
  const last = lastDaysUntil(to ?? todayIn(timeZone, ctx.clock.now()), days);
  const period = salesPeriodOf({ from: from ?? last.from, to: last.to }, timeZone);
  if (period === undefined)
    throw new AppError("invalid", "checkFields", { fields: { [from === undefined ? "to" : "from"]: "fieldInvalid" } });
  const current = period.days.filter((one) => one.isCurrent);
  const span = { fromMs: current[0]?.fromMs ?? 0, toMs: current.at(-1)?.toMs ?? 0 };
  const { workspaceId } = ctx;
  const [sums, shops, products] = await ctx.db.readAll((orm) => [
    salesQuery(orm, workspaceId, period.days),
    salesChannelQuery(orm, workspaceId),
    productQuery(orm, workspaceId, span, shownProducts),
  ]);
  const { from: first, to: lastDay, previousFrom, previousTo } = period;
  return {
    period: { from: first, to: lastDay, previousFrom, previousTo, length: current.length },
    currencies: toSalesReport({ rows: sums, channels: shops }, period, home.currency).map((sales) => ({
      ...sales,
      products: products.filter((product) => product.currency === sales.currency),
    })),
    hasChannels: shops.length > 0,
    hasOrders: shops.some((shop) => shop.currency !== null),
    isArriving: shops.some((shop) => shop.lastSyncAt === null),
  };
}
