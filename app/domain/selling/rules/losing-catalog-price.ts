import { deadZoneAt, pointAt } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

/** The price that would win, if it loses no money and does not stand in a dead zone. */
function winningPrice({ competition, pricing, priceCents, isPriceAutomated }: ListingFacts): number | undefined {
  const price = competition?.priceToWinCents ?? null;
  if (competition?.state !== "competing" || price === null || price >= priceCents || isPriceAutomated) return undefined;
  if (pricing === null) return undefined;
  const point = pointAt(price, pricing);
  return point !== undefined && point.contributionCents >= 0 && deadZoneAt(price, pricing) === undefined ? price : undefined;
}

export const losingCatalogPrice: ListingRule = {
  id: "losing-catalog-price",
  group: "price",
  inputs: ["competition", "priceToWin", "floor"],
  condition(facts) {
    const price = winningPrice(facts);
    if (!isOnSale(facts) || price === undefined || facts.pricing === null) return undefined;
    const unit = money(facts.currency);
    const left = pointAt(price, facts.pricing)?.contributionCents ?? 0;
    return figures(
      ["price", facts.priceCents, unit],
      ["priceToWin", price, unit],
      ["contribution", left, unit],
      ["units30d", facts.units30d],
    );
  },
  measure: {
    metric: "winning",
    unit: "yesno",
    read: ({ competition }) => (competition === null ? null : Number(competition.state === "winning")),
    goal: () => 1,
  },
  remedy(facts) {
    const value = winningPrice(facts);
    return value === undefined ? openPage("listing", facts.id) : { kind: "price", listingId: facts.id, value, currency: facts.currency };
  },
  priority: (facts) => bySales(52, facts.units30d),
};
