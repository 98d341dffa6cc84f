import { salesPeriodOf } from "#app/domain/selling/sales-period.ts";

const defaultDays = 30;

/** The period in an address; an old or forged one shows the last 30 days. */
export function readSalesPeriod(query: URLSearchParams, timeZone: string): { days: number } | { from: string; to: string } {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  if (salesPeriodOf({ from, to }, timeZone) !== undefined) return { from, to };
  const days = [7, 30, 90].find((one) => String(one) === query.get("days"));
  return { days: days ?? defaultDays };
}
