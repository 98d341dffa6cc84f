type Placed = { placedMs: number; status: string; cents: number };
type Sums = Record<string, { orders: number; itemsCents: number }>;

const hourMs = 3_600_000;

/**
 * What a played shop took in, hour by hour and in the vendor's own words: whoever checks our figures adds up the hours of
 * a period in any time zone whose days begin on a full hour, and decides alone which words count as sales.
 */
export function ordersByHour(orders: readonly Placed[]): Record<string, Sums> {
  const hours: Record<string, Sums> = {};
  for (const { placedMs, status, cents } of orders) {
    const hour = new Date(Math.floor(placedMs / hourMs) * hourMs).toISOString();
    const sums = hours[hour] ?? {};
    const before = sums[status] ?? { orders: 0, itemsCents: 0 };
    hours[hour] = { ...sums, [status]: { orders: before.orders + 1, itemsCents: before.itemsCents + cents } };
  }
  return hours;
}
