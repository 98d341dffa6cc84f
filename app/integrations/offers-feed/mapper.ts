import type { MarketOffer } from "#app/domain/selling/ports.ts";
import { wireOfferSchema } from "./wire.ts";

/** Undefined for a line that is no offer. */
export function toMarketOffer(line: unknown): MarketOffer | undefined {
  const read = wireOfferSchema.safeParse(line);
  if (!read.success) return undefined;
  const { gtin, seller, price, shipping, currency, condition, availability, seen_at } = read.data;
  return {
    gtin,
    seller,
    currency,
    landedCents: centsOf(price) + centsOf(shipping),
    isNew: condition === "new",
    inStock: availability === "in_stock",
    seenAtMs: Date.parse(seen_at),
  };
}

/** Without floating point: "59.9" is 5990. */
function centsOf(amount: string): number {
  const [whole = "0", part = ""] = amount.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}
