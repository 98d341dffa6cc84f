import type { SimItem } from "./model.ts";

/** Since then the fixed fee depends on who carries the parcel, not on the price alone. */
const logisticsRuleFromMs = Date.UTC(2026, 2, 2, 3);
/** From this price on shipping is free for the buyer and no fixed fee is charged. */
export const freeShippingFromCents = 7_900;

const categoryBp: Record<string, number> = { MLB1618: 1_250, MLB1574: 1_150, MLB1132: 1_300, MLB263532: 1_200 };
const premiumExtraBp = 500;

/** Fixed fees by price before the change; the cheapest goods pay half their price. */
const oldBands: readonly [upToCents: number, fixedCents: number][] = [
  [2_900, 625],
  [5_000, 650],
  [7_900, 675],
];

export type FeeQuestion = {
  priceCents: number;
  categoryId: string;
  listingType: string;
  logisticType: string;
  shippingMode: string;
  atMs: number;
};

export type Fee = { percentBp: number; fixedCents: number; totalCents: number };

export function feeOf({ priceCents, categoryId, listingType, logisticType, shippingMode, atMs }: FeeQuestion): Fee {
  const percentBp = (categoryBp[categoryId] ?? 1_200) + (listingType === "gold_pro" ? premiumExtraBp : 0);
  const fixedCents = fixedFee(priceCents, logisticType, shippingMode, atMs);
  return { percentBp, fixedCents, totalCents: Math.round((priceCents * percentBp) / 10_000) + fixedCents };
}

function fixedFee(priceCents: number, logisticType: string, shippingMode: string, atMs: number): number {
  if (priceCents >= freeShippingFromCents) return 0;
  if (atMs >= logisticsRuleFromMs) return shippingMode !== "me2" || logisticType === "self_service" ? 625 : 0;
  if (priceCents <= 1_250) return Math.round(priceCents / 2);
  return oldBands.find(([upToCents]) => priceCents < upToCents)?.[1] ?? 0;
}

export function itemFeeCents(item: SimItem, unitCents: number, atMs: number): number {
  const { categoryId, listingType, logisticType } = item;
  return feeOf({ priceCents: unitCents, categoryId, listingType, logisticType, shippingMode: "me2", atMs }).totalCents;
}
