import type { SalesPeriod } from "./sales-period.ts";

/** Sums of one channel in one currency on one day of the period, as the database counted them. */
export type SalesRow = {
  /** Its place in the days of the period. */
  dayIndex: number;
  channelId: string;
  currency: string;
  gmvCents: number;
  orders: number;
  units: number;
  cancelled: number;
};

/** `currency` is that of its latest order; a channel may have sold in others too. */
export type SalesChannel = { id: string; name: string; vendor: string; currency: string | null };

export type SalesFigures = {
  gmvCents: number;
  orders: number;
  units: number;
  cancelled: number;
  /** Null without an order: an average of nothing is no zero. */
  averageCents: number | null;
  /** Cancelled of all that were placed and paid or cancelled; null without any. */
  cancelledRatio: number | null;
};

export type SalesDay = { day: string; gmvCents: number; orders: number };

/** Everything in one currency. Currencies are never added to each other. */
export type CurrencySales = {
  currency: string;
  current: SalesFigures;
  previous: SalesFigures;
  days: SalesDay[];
  /** Day by day beside `days`, for the ghost line. */
  previousDays: SalesDay[];
  channels: (Omit<SalesChannel, "currency"> & { gmvCents: number; orders: number; previousGmvCents: number })[];
};

type Sums = Pick<SalesRow, "gmvCents" | "orders" | "units" | "cancelled">;

function sumOf(rows: readonly Sums[]): Sums {
  const total = { gmvCents: 0, orders: 0, units: 0, cancelled: 0 };
  for (const row of rows) {
    total.gmvCents += row.gmvCents;
    total.orders += row.orders;
    total.units += row.units;
    total.cancelled += row.cancelled;
  }
  return total;
}

function toFigures(rows: readonly Sums[]): SalesFigures {
  const sums = sumOf(rows);
  const placed = sums.orders + sums.cancelled;
  return {
    ...sums,
    averageCents: sums.orders === 0 ? null : Math.round(sums.gmvCents / sums.orders),
    cancelledRatio: placed === 0 ? null : sums.cancelled / placed,
  };
}

type Counted = { rows: readonly SalesRow[]; channels: readonly SalesChannel[] };

/** Every currency something was sold in, now or at last, with its channels: first the workspace's own, then by orders. */
export function byCurrency({ rows, channels }: Counted, main: string): (Counted & { currency: string })[] {
  const currencies = new Set([...rows.map((row) => row.currency), ...channels.flatMap((channel) => channel.currency ?? [])]);
  const groups = [...currencies].map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const selling = new Set(own.map((row) => row.channelId));
    return { currency, rows: own, channels: channels.filter((one) => one.currency === currency || selling.has(one.id)) };
  });
  const orders = ({ rows: own }: Counted) => sumOf(own).orders;
  const isOther = ({ currency }: { currency: string }) => (currency === main ? 0 : 1);
  return groups.toSorted((a, b) => isOther(a) - isOther(b) || orders(b) - orders(a) || (a.currency < b.currency ? -1 : 1));
}

/** Sorts what was counted into currencies, spans, days and channels. */
export function toSalesReport(counted: Counted, period: SalesPeriod, main: string): CurrencySales[] {
  return byCurrency(counted, main).map(({ currency, rows, channels }) => toCurrencySales(currency, rows, channels, period));
}

function toCurrencySales(
  currency: string,
  rows: readonly SalesRow[],
  channels: readonly SalesChannel[],
  period: SalesPeriod,
): CurrencySales {
  const isCurrent = (row: SalesRow) => period.days[row.dayIndex]?.isCurrent === true;
  const current = rows.filter(isCurrent);
  const previous = rows.filter((row) => !isCurrent(row));
  const days = period.days.map(({ day, isCurrent: isNow }, index) => {
    const { gmvCents, orders } = sumOf(rows.filter((row) => row.dayIndex === index));
    return { day, gmvCents, orders, isNow };
  });
  const inSpan = (isNow: boolean) => days.filter((day) => day.isNow === isNow).map(({ isNow: _span, ...day }) => day);
  return {
    currency,
    current: toFigures(current),
    previous: toFigures(previous),
    days: inSpan(true),
    previousDays: inSpan(false),
    channels: channels
      .map(({ id, name, vendor }) => {
        const own = sumOf(current.filter((row) => row.channelId === id));
        const before = sumOf(previous.filter((row) => row.channelId === id));
        return { id, name, vendor, gmvCents: own.gmvCents, orders: own.orders, previousGmvCents: before.gmvCents };
      })
      .toSorted((a, b) => b.gmvCents - a.gmvCents),
  };
}
