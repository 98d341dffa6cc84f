import { deadZoneAt, pointAt } from "../../pricing/target-price.ts";
import type { AnalysisFacts } from "../facts.ts";
import type { AnalysisPoint, PointChange } from "../result.ts";
import { commonWord } from "../common-word.ts";
import { evidence, point } from "./point.ts";

/** What the price says, by the fees of today and by what the marketplace tells of others; money in minor units. */
export function pricePoints(facts: AnalysisFacts): AnalysisPoint[] {
  const { listing, pricing } = facts;
  const found: AnalysisPoint[] = [];
  const now = evidence("field", "price", listing.priceCents);
  const may = (priceCents: number): PointChange | null =>
    listing.isPriceAutomated || leaves(facts, priceCents) < 0 ? null : { kind: "price", priceCents, currency: listing.currency };
  const left = pricing === null ? undefined : pointAt(listing.priceCents, pricing);
  if (left !== undefined && left.contributionCents < 0) {
    const bill = [now, evidence("fee", "contribution", left.contributionCents)];
    found.push(point("price", "price-below-cost", { severity: "wrong", facts: { lossCents: -left.contributionCents }, evidence: bill }));
  }
  const zone = pricing === null ? undefined : deadZoneAt(listing.priceCents, pricing);
  if (zone !== undefined && left !== undefined && zone.betterContributionCents > left.contributionCents) {
    const bill = [
      now,
      evidence("fee", "contribution", left.contributionCents),
      evidence("fee", "contribution-at", zone.betterContributionCents),
    ];
    const told = { betterCents: zone.betterCents, moreCents: zone.betterContributionCents - left.contributionCents };
    found.push(point("price", "price-dead-zone", { severity: "watch", facts: told, evidence: bill, change: may(zone.betterCents) }));
  }
  return [...found, ...marketPoints(facts, may)];
}

function marketPoints({ listing }: AnalysisFacts, may: (priceCents: number) => PointChange | null): AnalysisPoint[] {
  const { priceReference, competition, priceCents } = listing;
  const found: AnalysisPoint[] = [];
  const now = evidence("field", "price", priceCents);
  const suggested = priceReference?.suggestedCents ?? null;
  if (
    priceReference !== null &&
    suggested !== null &&
    suggested < priceCents &&
    (priceReference.state === "high" || priceReference.state === "highest")
  ) {
    const said = [now, evidence("vendor", "suggested-price", suggested)];
    const severity = priceReference.state === "highest" ? "wrong" : "watch";
    found.push(
      point("price", "price-above-reference", { severity, facts: { suggestedCents: suggested }, evidence: said, change: may(suggested) }),
    );
  }
  const toWin = competition?.priceToWinCents ?? null;
  if (competition?.state === "competing" && toWin !== null && toWin < priceCents) {
    const said = [now, evidence("vendor", "price-to-win", toWin)];
    found.push(point("price", "price-loses", { severity: "watch", facts: { toWinCents: toWin }, evidence: said, change: may(toWin) }));
  }
  return found;
}

/** What one unit leaves at this price; 0 where nobody knows. */
function leaves({ pricing }: AnalysisFacts, priceCents: number): number {
  return pricing === null ? 0 : (pointAt(priceCents, pricing)?.contributionCents ?? 0);
}

const badStars = 2;
const sameWordLeast = 3;
const goodRatingCenti = 400;
const enoughReviews = 5;

export function servicePoints({ listing, reviews }: AnalysisFacts): AnalysisPoint[] {
  const found: AnalysisPoint[] = [];
  const bad = reviews.filter(({ rating }) => rating <= badStars);
  const word = commonWord(
    bad.map(({ text }) => text),
    sameWordLeast,
  );
  if (word !== undefined) {
    const quotes = bad.filter(({ text }) => text.toLowerCase().includes(word.text)).slice(0, 3);
    const said = quotes.map(({ id, text }) => evidence("review", id, text));
    found.push(
      point("service", "reviews-complain", { severity: "wrong", facts: { word: word.text, reviews: word.texts }, evidence: said }),
    );
  }
  const { ratingCenti, reviewCount } = listing;
  if (ratingCenti !== null && ratingCenti < goodRatingCenti && (reviewCount ?? 0) >= enoughReviews) {
    const said = [
      evidence("field", "rating", (ratingCenti / 100).toFixed(2)),
      evidence("rule", "rating-good", (goodRatingCenti / 100).toFixed(2)),
    ];
    found.push(
      point("service", "rating-low", { severity: "watch", facts: { stars: ratingCenti / 100, reviews: reviewCount ?? 0 }, evidence: said }),
    );
  }
  return found;
}

const visitsWorthIt = 200;

/** Chances that cost little. They do not move the score. */
export function hackPoints({ listing, questions }: AnalysisFacts): AnalysisPoint[] {
  const found: AnalysisPoint[] = [];
  const free = listing.quality?.issues.find(({ key }) => /FREE_SHIPPING/.test(key));
  if (!listing.freeShipping && free !== undefined) {
    found.push(point("hacks", "hack-free-shipping", { severity: "hint", evidence: [evidence("vendor", free.key, free.text)] }));
  }
  if (listing.stock === 1) {
    const known = [evidence("field", "stock", listing.stock), evidence("rule", "stock-least", 2)];
    found.push(point("hacks", "hack-two-units", { severity: "hint", facts: { stock: listing.stock }, evidence: known }));
  }
  const asked = commonWord(
    questions.map(({ text }) => text),
    sameWordLeast,
  );
  const isSaid = asked !== undefined && `${listing.title} ${listing.description ?? ""}`.toLowerCase().includes(asked.text);
  if (asked !== undefined && !isSaid) {
    const said = questions.filter(({ text }) => text.toLowerCase().includes(asked.text)).slice(0, 3);
    const quoted = said.map(({ id, text }) => evidence("question", id, text));
    found.push(
      point("hacks", "hack-buyers-word", { severity: "hint", facts: { word: asked.text, questions: asked.texts }, evidence: quoted }),
    );
  }
  if ((listing.visits30d ?? 0) >= visitsWorthIt && listing.units30d === 0) {
    const known = [evidence("figure", "visits30d", listing.visits30d ?? 0), evidence("figure", "units30d", listing.units30d)];
    found.push(point("hacks", "hack-seen-not-bought", { severity: "hint", facts: { visits: listing.visits30d ?? 0 }, evidence: known }));
  }
  return found;
}
