import type { VendorId } from "../channels/ports.ts";
import { feeBands, freeShippingFrom } from "../pricing/fees.ts";
import type { PriceBand, PriceQuestion } from "../pricing/target-price.ts";

export type ListingCosts = {
  vendor: VendorId;
  site: string;
  listingType: string;
  logisticType: string;
  freeShipping: boolean;
  costCents: number | null;
  /** What the seller paid for the last parcels, per unit; null while no bill has come. */
  shipCents: number | null;
  /** Share of the price that was charged lately; null while unknown. */
  chargedBp: number | null;
  nowMs: number;
};

/** What a price of this listing would leave: by the price list of today, or by what was charged where we have no list. */
export function pricingOf(costs: ListingCosts): PriceQuestion | null {
  const { costCents } = costs;
  if (costCents === null) return null;
  const listed = feeBands({ ...costs, placedAtMs: costs.nowMs });
  const flat = costs.chargedBp === null ? [] : [{ fromCents: 0, toCents: null, commissionBp: costs.chargedBp, fixedCents: 0 }];
  const bands = (listed.length > 0 ? listed : flat).map((band) => ({ ...band, shipCents: shippingIn(band, costs) }));
  return bands.length === 0 ? null : { costCents, taxBp: 0, adsBp: 0, bands };
}

/** Where free shipping becomes a duty, the seller pays the parcel from there on; below, only who offers it does. */
function shippingIn({ fromCents }: Omit<PriceBand, "shipCents">, costs: ListingCosts): number {
  const step = freeShippingFrom(costs);
  const isBuyers = step !== undefined && fromCents < step && !costs.freeShipping;
  return isBuyers ? 0 : (costs.shipCents ?? 0);
}

/** The seller pays this parcel by the marketplace's rule, and no bill has come that tells how much. */
export function isShippingUnknown(costs: ListingCosts, priceCents: number): boolean {
  const step = freeShippingFrom(costs);
  return costs.shipCents === null && step !== undefined && (costs.freeShipping || priceCents >= step);
}
