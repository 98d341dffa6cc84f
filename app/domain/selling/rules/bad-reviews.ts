import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

const cluster = 3;

export const badReviews: ListingRule = {
  id: "bad-reviews",
  group: "service",
  inputs: ["badReviews30d"],
  condition: (facts) =>
    facts.status !== "closed" && facts.reviews.bad30d >= cluster
      ? figures(["badReviews", facts.reviews.bad30d], ["units30d", facts.units30d])
      : undefined,
  measure: { metric: "bad-reviews-30-days", unit: "count", read: (facts) => facts.reviews.bad30d, goal: () => 0 },
  remedy: (facts) => openPage("reviews", facts.id),
  priority: (facts) => bySales(50 + Math.min(15, facts.reviews.bad30d), facts.units30d),
};
