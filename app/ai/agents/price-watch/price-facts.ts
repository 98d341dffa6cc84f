import type { Facts, Subject } from "#app/domain/agents/outcome.ts";
import type { Corridor } from "#app/domain/pricing/corridor.ts";
import { type PriceBand, type PricePoint, type PriceQuestion, pointAt } from "#app/domain/pricing/target-price.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";

export function listingSubject({ id, title }: Pick<PriceSignal, "id" | "title">): Subject {
  return { type: "listing", id, label: title.slice(0, 120) };
}

/** Everything a conclusion about a price rests on: what was read and when, the band it stands in, and the fees with their day. */
export function priceFacts(signal: PriceSignal, corridor: Corridor): Facts {
  const { priceCents, currency, pricing, fees, competition, priceReference, variant } = signal;
  const band = pricing?.bands.find((one) => priceCents >= one.fromCents && (one.toCents === null || priceCents < one.toCents));
  return known({
    currency,
    priceCents,
    floorCents: corridor.floorCents,
    costCents: variant?.costCents,
    ...(band === undefined ? {} : bandFacts(band)),
    feeRule: fees?.rule,
    feesValidFrom: fees?.validFrom,
    marginCents: pricing === null ? undefined : pointAt(priceCents, pricing)?.contributionCents,
    competition: competition?.state,
    priceToWinCents: competition?.priceToWinCents,
    winnerPriceCents: competition?.winnerPriceCents,
    suggestedCents: priceReference?.suggestedCents,
    ownLowestCents: lowest(signal.ownOffers.filter((one) => one.currency === currency).map((one) => one.priceCents)),
    unitsSold7d: signal.units7d,
    unitsSold30d: signal.units30d,
    visits30d: signal.visits30d,
    readAtMs: signal.verdictsReadAtMs,
  });
}

function bandFacts({ fromCents, toCents, commissionBp, fixedCents, shipCents }: PriceBand) {
  return {
    bandFromCents: fromCents,
    bandToCents: toCents,
    commissionPercent: commissionBp / 100,
    fixedFeeCents: fixedCents,
    shippingCents: shipCents,
  };
}

/** What a unit leaves now, and what it will. */
export function marginFacts({ priceCents, currency }: PriceSignal, pricing: PriceQuestion, after: PricePoint): Facts {
  return known({
    currency,
    marginCents: pointAt(priceCents, pricing)?.contributionCents,
    newMarginCents: after.contributionCents,
    newMarginPercent: Math.round(after.marginBp / 10) / 10,
  });
}

function lowest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

function known(facts: Readonly<Record<string, number | string | null | undefined>>): Facts {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value == null ? [] : [[name, value] as const])));
}
