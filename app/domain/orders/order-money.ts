/** What a line cost to buy: null while it is linked to no SKU, or nobody has said the SKU's cost. */
export type CostLine = { quantity: number; costCents: number | null; costCurrency: string | null };

export type OrderAmounts = {
  state: string;
  currency: string;
  totalCents: number;
  paidCents: number;
  feeCents: number | null;
  predictedFeeCents: number | null;
  shippingCostCents: number | null;
  settledCents: number | null;
};

export type MoneyPart = "fee" | "shipping" | "cost";

/** `known` says how it was worked out; `unknown` says what is missing, so that no gap reads like a zero. */
export type Margin =
  | { kind: "known"; cents: number; ratio: number | null; rule: "settled" | "parts" }
  | { kind: "unknown"; missing: MoneyPart[] }
  | { kind: "no-sale" };

export type OrderMoney = {
  /** What the buyer paid beyond the items (shipping) or less (a discount the vendor bears). */
  paidDifferenceCents: number;
  costCents: number | null;
  /** Actual minus predicted: above zero the vendor took more than its table says. Null where nothing was sold. */
  feeDifferenceCents: number | null;
  margin: Margin;
  predictedMargin: Margin;
};

/** Cost of goods of all lines, or null as soon as one of them is not known in the order's currency. */
function costOf(currency: string, lines: readonly CostLine[]): number | null {
  if (lines.length === 0) return null;
  let sum = 0;
  for (const { quantity, costCents, costCurrency } of lines) {
    if (costCents === null || costCurrency !== currency) return null;
    sum += quantity * costCents;
  }
  return sum;
}

function toMargin(totalCents: number, cents: number, rule: "settled" | "parts"): Margin {
  return { kind: "known", cents, ratio: totalCents > 0 ? cents / totalCents : null, rule };
}

function marginOfParts(totalCents: number, parts: Record<MoneyPart, number | null>): Margin {
  const { fee, shipping, cost } = parts;
  if (fee !== null && shipping !== null && cost !== null) return toMargin(totalCents, totalCents - fee - shipping - cost, "parts");
  const missing = (["fee", "shipping", "cost"] as const).filter((part) => parts[part] === null);
  return { kind: "unknown", missing };
}

/** What an order leaves. Once the vendor has told its payout, that replaces our sum of fees and shipping. */
export function moneyOf(order: OrderAmounts, lines: readonly CostLine[]): OrderMoney {
  const { totalCents, paidCents, feeCents, predictedFeeCents, shippingCostCents, settledCents } = order;
  const cost = costOf(order.currency, lines);
  const isSale = order.state !== "cancelled" && order.state !== "unpaid";
  const noSale: Margin = { kind: "no-sale" };
  const settled = settledCents !== null && cost !== null ? toMargin(totalCents, settledCents - cost, "settled") : undefined;
  return {
    paidDifferenceCents: paidCents - totalCents,
    costCents: cost,
    feeDifferenceCents: isSale && feeCents !== null && predictedFeeCents !== null ? feeCents - predictedFeeCents : null,
    margin: isSale ? (settled ?? marginOfParts(totalCents, { fee: feeCents, shipping: shippingCostCents, cost })) : noSale,
    predictedMargin: isSale ? marginOfParts(totalCents, { fee: predictedFeeCents, shipping: shippingCostCents, cost }) : noSale,
  };
}
