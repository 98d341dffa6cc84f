/** What is taken from a sale, as an order tells it. */
export type Money = { totalCents: number; feeCents: number | null; predictedFeeCents: number | null; shippingCostCents: number | null };

/** In ten-thousandths of a cent: the line's share in what was taken from its order. */
export function takenOf({ quantity, unitPriceCents }: { quantity: number; unitPriceCents: number }, money: Money | undefined): number {
  if (money === undefined || money.totalCents === 0) return 0;
  const taken = (money.feeCents ?? money.predictedFeeCents ?? 0) + (money.shippingCostCents ?? 0);
  return Math.round((taken * 10_000 * quantity * unitPriceCents) / money.totalCents);
}
