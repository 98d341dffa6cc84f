import { deadZoneAt, pointAt } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money, perUnit } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

/** Below this step a change is not worth it: one percent. */
const leastStepBp = 100;

/** Half way up to the next known price, so that the lead is kept. */
function higherPrice({ competition, priceReference, priceCents, pricing, isPriceAutomated }: ListingFacts): number | undefined {
  if (isPriceAutomated || competition?.state !== "winning") return undefined;
  const ceiling = competition.priceToWinCents ?? (priceReference?.state === "lowest" ? priceReference.suggestedCents : null);
  if (ceiling === null || ceiling <= priceCents) return undefined;
  const price = priceCents + Math.floor((ceiling - priceCents) / 2);
  const isStep = (price - priceCents) * 10_000 >= priceCents * leastStepBp;
  return isStep && (pricing === null || deadZoneAt(price, pricing) === undefined) ? price : undefined;
}

export const roomToRaise: ListingRule = {
  id: "room-to-raise",
  group: "price",
  inputs: ["competition", "priceToWin", "priceReference"],
  condition(facts) {
    const price = higherPrice(facts);
    const unit = money(facts.currency);
    return isOnSale(facts) && price !== undefined
      ? figures(["price", facts.priceCents, unit], ["higher", price, unit], ["units30d", facts.units30d])
      : undefined;
  },
  measure: {
    metric: "contribution",
    unit: "money",
    read: (facts) => perUnit(facts, (question) => pointAt(facts.priceCents, question)?.contributionCents),
    goal: (facts) => perUnit(facts, (question) => pointAt(higherPrice(facts) ?? facts.priceCents, question)?.contributionCents) ?? 0,
  },
  remedy(facts) {
    const value = higherPrice(facts);
    return value === undefined ? openPage("listing", facts.id) : { kind: "price", listingId: facts.id, value, currency: facts.currency };
  },
  priority: (facts) => bySales(30, facts.units30d),
};
