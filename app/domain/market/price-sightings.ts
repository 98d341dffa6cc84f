import type { MarketOffer } from "../selling/ports.ts";
import type { PriceSignal } from "../selling/read-price-signals.server.ts";
import type { PriceSightingKind } from "./kinds.ts";

/** A price as it was seen in one look. */
export type PriceSeen = {
  /** What is followed from look to look. */
  stream: string;
  kind: PriceSightingKind;
  listingId: string | null;
  channelId: string | null;
  gtin: string | null;
  seller: string;
  state: string;
  currency: string;
  cents: number | null;
  ownCents: number | null;
  seenAt: number;
  /** When our own price was last set to this from here; null when it was not, and for prices of others. */
  hereAt: number | null;
};
export type LastSeen = Pick<PriceSeen, "stream" | "state" | "cents" | "seenAt">;

/** So many sellers of a good are followed, the cheapest first: a feed may know hundreds. */
const mostSellers = 8;
const longestSeller = 80;

/** What a listing's own price, its catalogue page and its marketplace's reference looked like. */
export function seenOfListing(signal: PriceSignal, nowMs: number): PriceSeen[] {
  const { id, channelId, currency, priceCents, competition, priceReference, verdictsReadAtMs } = signal;
  const about = { listingId: id, channelId, gtin: null, seller: "", currency, ownCents: priceCents, hereAt: null };
  const toldAt = Math.min(verdictsReadAtMs ?? nowMs, nowMs);
  const own = { stream: `own ${id}`, state: "", cents: priceCents, seenAt: nowMs, hereAt: setHereAt(signal, nowMs) };
  const seen: PriceSeen[] = [{ ...about, kind: "own", ...own }];
  if (competition !== null) {
    const cents = competition.winnerPriceCents ?? competition.priceToWinCents;
    seen.push({ ...about, kind: "winner", stream: `winner ${id}`, state: competition.state, cents, seenAt: toldAt });
  }
  if (priceReference !== null) {
    const { state, suggestedCents: cents } = priceReference;
    seen.push({ ...about, kind: "reference", stream: `reference ${id}`, state, cents, seenAt: toldAt });
  }
  return seen;
}

function setHereAt({ priceCents, moves, isMoving }: PriceSignal, nowMs: number): number | null {
  if (isMoving) return nowMs;
  return moves.findLast(({ afterCents }) => afterCents === priceCents)?.atMs ?? null;
}

/** Others' offers of goods of ours, once for each seller and code however many listings have it. */
export function seenOfOffers(
  signals: readonly PriceSignal[],
  offers: ReadonlyMap<string, readonly MarketOffer[]>,
  nowMs: number,
): PriceSeen[] {
  return [...offers].flatMap(([gtin, all]) => {
    const alike = all.filter(({ isNew }) => isNew).toSorted(cheapestFirst);
    const oneEach = [...Map.groupBy(alike, ({ seller }) => seller.slice(0, longestSeller)).entries()].slice(0, mostSellers);
    return oneEach.flatMap(([seller, [offer]]) => {
      if (offer === undefined) return [];
      const { currency, landedCents, inStock, seenAtMs } = offer;
      const own = signals.filter((one) => one.gtin === gtin && one.currency === currency && one.status === "active");
      return {
        stream: `offer ${gtin} ${seller}`,
        kind: "offer" as const,
        listingId: null,
        channelId: null,
        gtin,
        seller,
        state: inStock ? "on-sale" : "sold-out",
        currency,
        cents: landedCents,
        ownCents: own.length === 0 ? null : Math.min(...own.map(({ priceCents }) => priceCents)),
        seenAt: Math.min(seenAtMs, nowMs),
        hereAt: null,
      };
    });
  });
}

/** Of one seller, what can be bought stands for what cannot. */
function cheapestFirst(one: MarketOffer, other: MarketOffer): number {
  return Number(other.inStock) - Number(one.inStock) || one.landedCents - other.landedCents || (one.seller < other.seller ? -1 : 1);
}

export type PriceNews = Omit<PriceSeen, "hereAt"> & { beforeCents: number | null };

/** What differs from the last look at the same thing. Older news than what is known is none, and nothing gone is told of before it was there. */
export function priceNews(seen: readonly PriceSeen[], last: ReadonlyMap<string, LastSeen>): PriceNews[] {
  const streams = new Map(seen.map((one) => [one.stream, one]));
  return [...streams.values()].flatMap(({ hereAt, ...one }) => {
    const known = last.get(one.stream);
    const isOwn = one.kind === "own";
    if (known === undefined) return one.state === "sold-out" ? [] : [{ ...one, beforeCents: null }];
    const isSame = known.cents === one.cents && (isOwn || known.state === one.state);
    if (isSame || one.seenAt <= known.seenAt) return [];
    // What was changed from here is in the line of time already: only the rest was done at the marketplace.
    const by = hereAt !== null && hereAt > known.seenAt ? "here" : "elsewhere";
    return [{ ...one, state: isOwn ? by : one.state, beforeCents: known.cents }];
  });
}
