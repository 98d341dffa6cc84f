export type SoldLine = { orderId: string; modelRef: string; quantity: number; unitPriceCents: number };
export type OrderTakes = {
  currency: string;
  totalCents: number;
  feeCents: number | null;
  predictedFeeCents: number | null;
  shippingCostCents: number | null;
};
export type Cost = { cents: number; currency: string };

/** By what they are looked up: orders by their id, costs by the model of the listing. */
type Known = { orders: ReadonlyMap<string, OrderTakes>; costs: ReadonlyMap<string, Cost> };

/**
 * What lines left after what the marketplace took of them and what they cost to buy, as far as both are known now. Null as soon
 * as one line's cost or fee is not: half a margin beside a whole one would read like a change.
 */
export function grossMarginOf(lines: readonly SoldLine[], { orders, costs }: Known): number | null {
  let sum = 0;
  for (const { orderId, modelRef, quantity, unitPriceCents } of lines) {
    const [order, cost] = [orders.get(orderId), costs.get(modelRef)];
    if (order === undefined || cost === undefined || cost.currency !== order.currency) return null;
    // As for the gross margin of the metrics: the bill, else the price list of the day; shipping once it is told.
    const feeCents = order.feeCents ?? order.predictedFeeCents;
    if (feeCents === null) return null;
    const lineCents = quantity * unitPriceCents;
    const takenCents = order.totalCents === 0 ? 0 : ((feeCents + (order.shippingCostCents ?? 0)) * lineCents) / order.totalCents;
    sum += lineCents - takenCents - quantity * cost.cents;
  }
  return Math.round(sum);
}
