/** Questions to begin with; their words are among the texts of pages. */
export const suggestionKeys = [
  "gmvByChannel",
  "whyOrders",
  "viewedNotBought",
  "runOut",
  "picksByPerson",
  "activeListings",
  "unanswered",
] as const;
export type SuggestionKey = (typeof suggestionKeys)[number];
