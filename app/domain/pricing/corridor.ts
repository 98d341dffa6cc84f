import { type DeadZone, deadZones, priceForMarginIn, type PriceQuestion } from "./target-price.ts";

/** `minimumCents` is a price people set as the lowest; `ceilingCents` the highest that makes sense. */
export type CorridorQuestion = {
  pricing: PriceQuestion;
  leastMarginBp: number;
  minimumCents: number | null;
  ceilingCents: number | null;
};
/** From inclusive to exclusive; null without an end. */
type Stretch = { fromCents: number; toCents: number | null };
export type Corridor = {
  /** The lowest price there is in it; null when no price reaches the margin. */
  floorCents: number | null;
  ceilingCents: number | null;
  /** Lowest first: every price in one of them reaches the margin, and no lower price earns as much. */
  stretches: readonly Stretch[];
  deadZones: readonly DeadZone[];
};

/** All prices that keep the margin, stay between the limits, and do not earn less than a lower price would. */
export function priceCorridor({ pricing, leastMarginBp, minimumCents, ceilingCents }: CorridorQuestion): Corridor {
  const zones = deadZones(pricing);
  const bands = pricing.bands.toSorted((one, other) => one.fromCents - other.fromCents);
  const stretches = bands.flatMap((band): Stretch[] => {
    const lowest = priceForMarginIn(band, pricing, leastMarginBp);
    if (lowest === undefined) return [];
    const fromCents = afterDeadZone(Math.max(lowest, minimumCents ?? 1), zones);
    const toCents = earlierEnd(band.toCents, ceilingCents === null ? null : ceilingCents + 1);
    return fromCents === null || (toCents !== null && fromCents >= toCents) ? [] : [{ fromCents, toCents }];
  });
  return { floorCents: stretches[0]?.fromCents ?? null, ceilingCents, stretches, deadZones: zones };
}

/** Inside a band earnings only grow with the price, so that a dead zone covers its beginning and never its middle. */
function afterDeadZone(fromCents: number, zones: readonly DeadZone[]): number | null {
  const zone = zones.find((one) => fromCents >= one.fromCents && (one.toCents === null || fromCents < one.toCents));
  return zone === undefined ? fromCents : zone.toCents;
}

function earlierEnd(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** The highest price of the corridor that is not above this one: where a target lies in a dead zone, the edge below it. */
export function highestWithin({ stretches }: Corridor, atMostCents: number): number | undefined {
  const stretch = stretches.findLast(({ fromCents }) => fromCents <= atMostCents);
  if (stretch === undefined) return undefined;
  return stretch.toCents === null ? atMostCents : Math.min(atMostCents, stretch.toCents - 1);
}

/** The lowest price of the corridor that is not below this one. */
export function lowestWithin({ stretches }: Corridor, atLeastCents: number): number | undefined {
  const stretch = stretches.find(({ toCents }) => toCents === null || toCents > atLeastCents);
  return stretch === undefined ? undefined : Math.max(atLeastCents, stretch.fromCents);
}
