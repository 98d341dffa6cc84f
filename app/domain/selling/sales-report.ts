import type { SalesPeriod } from "./sales-period.ts";

/** Sums of one channel on one day of the period, as the database counted them. */
export type SalesRow = {
  /** Its place in the days of the period. */
  dayIndex: number;
  channelId: string;
  gmvCents: number;
  orders: number;
  units: number;
  cancelled: number;
};

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

/** Sorts what was counted into currencies, spans, days and channels; the currency that sold most orders first. */
export function toSalesReport(rows: readonly SalesRow[], channels: readonly SalesChannel[], period: SalesPeriod): CurrencySales[] {
  const currencies = [...new Set(channels.flatMap((channel) => channel.currency ?? []))];
  const reports = currencies.map((currency) => {
    const own = channels.filter((channel) => channel.currency === currency);
    const ids = new Set(own.map((channel) => channel.id));
    return toCurrencySales(
      currency,
      rows.filter((row) => ids.has(row.channelId)),
      own,
      period,
    );
  });
  return reports.toSorted((a, b) => b.current.orders + b.previous.orders - (a.current.orders + a.previous.orders));
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
