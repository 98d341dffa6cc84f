import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { MarketOffer } from "#app/domain/selling/ports.ts";
import type { PriceSignal } from "#app/domain/selling/read-price-signals.server.ts";

/** What speaks for another price: to win the product page, the marketplace's own reference, or other sellers. */
export type Lure = "to-win" | "to-reference" | "to-offer";
/** Why the price stays: each has a sentence of its own. */
export type Calm = "listed" | "winning" | "elsewhere" | "in-line" | "sells-well" | "few-visits" | "no-signal";
export type Wanted = { way: "lower"; cents: number; lure: Lure } | { way: "raise"; cents: number } | { way: "stay"; why: Calm };

type Settings = SettingsOf<"price-watch">;

const stay = (why: Calm): Wanted => ({ way: "stay", why });
/** A raise of less is not worth a change: one per cent. */
const leastRaiseShare = 0.01;
/** Less than two fifths of the own price is no competitor but another thing, or a mistake. */
const leastShareOfOwn = 0.4;
const hourMs = 3_600_000;

/** Where the price should go by what is known of the market, before anybody asks what the listing can bear. */
export function wantedPrice(signal: PriceSignal, offers: readonly MarketOffer[], settings: Settings, nowMs: number): Wanted {
  const best = lowestOffer(signal, offers, settings, nowMs);
  const { competition, priceReference } = signal;
  if (competition !== null) return byCompetition(signal, competition, best, settings);
  if (priceReference !== null) return byReference(signal, priceReference, best, settings);
  return best === undefined ? stay("no-signal") : byOffers(signal, best, settings);
}

function byCompetition(
  signal: PriceSignal,
  { state, priceToWinCents }: NonNullable<PriceSignal["competition"]>,
  best: number | undefined,
  settings: Settings,
): Wanted {
  switch (state) {
    // The marketplace itself says that the price is not what is wrong.
    case "listed":
      return stay("listed");
    case "winning":
      return raiseBelow(signal, [priceToWinCents, lowReference(signal), best], settings) ?? stay("winning");
    case "sharing":
    case "competing": {
      if (priceToWinCents === null) return stay("no-signal");
      // Cheaper than what wins, and not winning: another cent changes nothing.
      return priceToWinCents >= signal.priceCents ? stay("elsewhere") : lower(priceToWinCents - settings.undercutCents, "to-win");
    }
    default:
      return state satisfies never;
  }
}

function byReference(
  signal: PriceSignal,
  { state, suggestedCents }: NonNullable<PriceSignal["priceReference"]>,
  best: number | undefined,
  settings: Settings,
): Wanted {
  if (state === "lowest") return raiseBelow(signal, [suggestedCents, best], settings) ?? stay("in-line");
  if (state === "ok" || suggestedCents === null || suggestedCents >= signal.priceCents) return stay("in-line");
  return notThePrice(signal, settings) ?? lower(suggestedCents, "to-reference");
}

function byOffers(signal: PriceSignal, best: number, settings: Settings): Wanted {
  if (best < signal.priceCents) return notThePrice(signal, settings) ?? lower(best - settings.undercutCents, "to-offer");
  return (sellsWell(signal) ? raiseBelow(signal, [best], settings) : undefined) ?? stay("in-line");
}

/** Who sells as before loses nothing to a cheaper neighbour, and who is not looked at does not sell at another price either. */
function notThePrice(signal: PriceSignal, { leastVisits }: Settings): Wanted | undefined {
  if (sellsWell(signal)) return stay("sells-well");
  return signal.visits30d !== null && signal.visits30d < leastVisits ? stay("few-visits") : undefined;
}

/** As much in the last week as in a quarter of the last month. */
function sellsWell({ units7d, units30d }: PriceSignal): boolean {
  return units30d > 0 && units7d * 4 >= units30d;
}

function lower(cents: number, lure: Lure): Wanted {
  return { way: "lower", cents: Math.max(1, cents), lure };
}

function lowReference({ priceReference }: PriceSignal): number | null {
  return priceReference?.state === "lowest" ? priceReference.suggestedCents : null;
}

/** Half way up to the next price somebody else asks, so that the lead is kept. */
function raiseBelow(
  { priceCents, priceReference }: PriceSignal,
  others: readonly (number | null | undefined)[],
  { undercutCents }: Settings,
): Wanted | undefined {
  const above = others.filter((cents): cents is number => typeof cents === "number" && cents - undercutCents > priceCents);
  if (above.length === 0) return undefined;
  const next = Math.min(...above) - undercutCents;
  const ceiling = priceReference?.suggestedCents ?? Number.POSITIVE_INFINITY;
  const cents = Math.min(priceCents + Math.floor((next - priceCents) / 2), ceiling);
  return cents - priceCents < priceCents * leastRaiseShare ? undefined : { way: "raise", cents };
}

/** New goods that can be had now, in the same money, and seen lately. */
function lowestOffer(
  { currency, priceCents }: PriceSignal,
  offers: readonly MarketOffer[],
  { signalsStaleHours }: Settings,
  nowMs: number,
): number | undefined {
  const comparable = offers.filter(
    (offer) =>
      offer.isNew &&
      offer.inStock &&
      offer.currency === currency &&
      nowMs - offer.seenAtMs <= signalsStaleHours * hourMs &&
      offer.landedCents >= priceCents * leastShareOfOwn,
  );
  return comparable.length === 0 ? undefined : Math.min(...comparable.map(({ landedCents }) => landedCents));
}
