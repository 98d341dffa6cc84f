import { bpOf, shareOf } from "./share.ts";

/** What a sale brought and took. Null is "nobody has told us", which is not zero. */
export type MarginInput = {
  revenueCents: number;
  costCents: number | null;
  feeCents: number | null;
  shippingCents: number | null;
  taxBp: number;
};
export type MarginGap = "cost" | "fee" | "shipping";
/** `missing` names what was taken as nothing: the margin is then an upper bound. */
export type Margin = { contributionCents: number; marginBp: number | null; missing: MarginGap[] };

export function marginOf({ revenueCents, costCents, feeCents, shippingCents, taxBp }: MarginInput): Margin {
  const contributionCents = revenueCents - (costCents ?? 0) - (feeCents ?? 0) - (shippingCents ?? 0) - shareOf(revenueCents, taxBp);
  const gaps: [MarginGap, number | null][] = [
    ["cost", costCents],
    ["fee", feeCents],
    ["shipping", shippingCents],
  ];
  return {
    contributionCents,
    marginBp: bpOf(contributionCents, revenueCents) ?? null,
    missing: gaps.flatMap(([gap, value]) => (value === null ? [gap] : [])),
  };
}

export type MarginComparison = {
  predicted: Margin;
  actual: Margin;
  /** What the vendor charged beyond the price list; null until both are known. */
  feeDriftCents: number | null;
};

/** The margin by the price list of the day beside the one the marketplace's bill leaves. */
export function compareMargins(
  sale: Omit<MarginInput, "feeCents"> & { predictedFeeCents: number | null; feeCents: number | null },
): MarginComparison {
  const { predictedFeeCents, feeCents, ...rest } = sale;
  return {
    predicted: marginOf({ ...rest, feeCents: predictedFeeCents }),
    actual: marginOf({ ...rest, feeCents }),
    feeDriftCents: predictedFeeCents === null || feeCents === null ? null : feeCents - predictedFeeCents,
  };
}
