/** answered: with what the shop tells. unanswered: it was about goods, and nothing fits. declined: it was about something else. */
export const outcomes = ["answered", "unanswered", "declined"] as const;
export type Outcome = (typeof outcomes)[number];

export const topics = [
  ...(["greeting", "thanks", "price", "availability", "attribute", "compare", "policy", "goods"] as const),
  ...(["private", "own-order", "off-topic"] as const),
] as const;
export type Topic = (typeof topics)[number];

export const sources = ["rules", "model"] as const;
export type Source = (typeof sources)[number];

export const languages = ["pt", "en"] as const;
export type ChatLanguage = (typeof languages)[number];
