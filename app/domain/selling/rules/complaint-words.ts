import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

/** Several buyers use the same word: the listing promises something that the product does not keep, or the product has a fault. */
export const complaintWords: ListingRule = {
  id: "complaint-words",
  group: "service",
  inputs: ["badReviews", "words"],
  condition: ({ status, reviews, units30d }) =>
    status !== "closed" && reviews.word !== null
      ? figures(["word", reviews.word.text, "text"], ["reviews", reviews.word.reviews], ["units30d", units30d])
      : undefined,
  measure: { metric: "reviews-with-word", unit: "count", read: ({ reviews }) => reviews.word?.reviews ?? 0, goal: () => 0 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(46, facts.units30d),
};
