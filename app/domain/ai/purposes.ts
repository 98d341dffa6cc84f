/** What models are asked for. Each purpose has its own order of models and stands by itself in the bill. */
export const purposes = ["listing-analysis", "copy", "reviews", "trends", "chat", "describe"] as const;
export type Purpose = (typeof purposes)[number];
