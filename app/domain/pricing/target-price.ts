import { wholeBp } from "./share.ts";

/** A stretch of price, from inclusive to exclusive, inside which nothing jumps. */
export type PriceBand = { fromCents: number; toCents: number | null; commissionBp: number; fixedCents: number; shipCents: number };
export type PriceQuestion = { costCents: number; taxBp: number; adsBp: number; bands: readonly PriceBand[] };
export type PricePoint = { priceCents: number; contributionCents: number; marginBp: number };
/** Prices at which one earns less than at `betterCents`, the last price below them. */
export type DeadZone = { fromCents: number; toCents: number | null; betterCents: number; betterContributionCents: number };

/** What a price leaves, in ten-thousandths of a cent: whole numbers, so that a comparison is never a matter of rounding. */
function leftOver(priceCents: number, band: PriceBand, { costCents, taxBp, adsBp }: PriceQuestion): number {
  return priceCents * keptBp(band, taxBp + adsBp) - (costCents + band.fixedCents + band.shipCents) * wholeBp;
}

function keptBp(band: PriceBand, shareBp: number): number {
  return wholeBp - band.commissionBp - shareBp;
}

function bandAt(priceCents: number, bands: readonly PriceBand[]): PriceBand | undefined {
  return bands.find(({ fromCents, toCents }) => priceCents >= fromCents && (toCents === null || priceCents < toCents));
}

export function pointAt(priceCents: number, question: PriceQuestion): PricePoint | undefined {
  const band = bandAt(priceCents, question.bands);
  if (band === undefined || priceCents <= 0) return undefined;
  const exact = leftOver(priceCents, band, question);
  return { priceCents, contributionCents: Math.round(exact / wholeBp), marginBp: Math.floor(exact / priceCents) };
}

/**
 * All prices worth a look for a margin: the solution of every band, its start when the solution lies below, and its last price.
 * Only those that reach the target, cheapest first.
 */
export function pricesForMargin(question: PriceQuestion, targetBp: number): PricePoint[] {
  const prices = question.bands.flatMap((band) => {
    const last = band.toCents === null ? [] : [band.toCents - 1];
    return [priceForMarginIn(band, question, targetBp) ?? [], last].flat();
  });
  const points = [...new Set(prices)].flatMap((price) => pointAt(price, question) ?? []);
  return points.filter(({ marginBp }) => marginBp >= targetBp).toSorted((one, other) => one.priceCents - other.priceCents);
}

/** The lowest price that reaches the target. */
export function priceForMargin(question: PriceQuestion, targetBp: number): PricePoint | undefined {
  return pricesForMargin(question, targetBp)[0];
}

/** The lowest price of a band that reaches the target. */
export function priceForMarginIn(band: PriceBand, { costCents, taxBp, adsBp }: PriceQuestion, targetBp: number): number | undefined {
  const denominatorBp = keptBp(band, taxBp + adsBp) - targetBp;
  if (denominatorBp <= 0) return undefined;
  const price = Math.max(Math.ceil(((costCents + band.fixedCents + band.shipCents) * wholeBp) / denominatorBp), band.fromCents, 1);
  return band.toCents !== null && price >= band.toCents ? undefined : price;
}

/** Where raising the price earns less: behind every jump of fee or shipping, up to the price that makes up for it. */
export function deadZones(question: PriceQuestion): DeadZone[] {
  const zones: DeadZone[] = [];
  let best: { priceCents: number; left: number } | undefined;
  for (const band of question.bands.toSorted((one, other) => one.fromCents - other.fromCents)) {
    const zone = best === undefined ? undefined : zoneIn(band, best, question);
    const previous = zones.at(-1);
    if (zone !== undefined && previous !== undefined && previous.toCents === zone.fromCents) previous.toCents = zone.toCents;
    else if (zone !== undefined) zones.push(zone);
    if (band.toCents === null) break;
    const last = band.toCents - 1;
    const left = leftOver(last, band, question);
    // Nothing is sold for nothing: a band of that alone holds no price to prefer.
    if (last > 0 && (best === undefined || left > best.left)) best = { priceCents: last, left };
  }
  return zones;
}

/** The end is exclusive here too: the first price that earns more than the best one below. */
function zoneIn(band: PriceBand, best: { priceCents: number; left: number }, question: PriceQuestion): DeadZone | undefined {
  const kept = keptBp(band, question.taxBp + question.adsBp);
  const costs = (question.costCents + band.fixedCents + band.shipCents) * wholeBp;
  const beats = kept <= 0 ? null : Math.floor((best.left + costs) / kept) + 1;
  if (beats !== null && beats <= band.fromCents) return undefined;
  const toCents = beats === null || (band.toCents !== null && beats >= band.toCents) ? band.toCents : beats;
  return {
    fromCents: band.fromCents,
    toCents,
    betterCents: best.priceCents,
    betterContributionCents: Math.round(best.left / wholeBp),
  };
}

/** The dead zone a price stands in. */
export function deadZoneAt(priceCents: number, question: PriceQuestion): DeadZone | undefined {
  return deadZones(question).find(({ fromCents, toCents }) => priceCents >= fromCents && (toCents === null || priceCents < toCents));
}
