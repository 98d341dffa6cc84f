/** What models are asked for. Each purpose has its own order of models and stands by itself in the bill. */
export const purposes = ["listing-analysis", "copy", "reviews", "trends", "chat", "describe", "search"] as const;
export type Purpose = (typeof purposes)[number];

/** Vectors are no answers: which model makes them is not chosen by purpose, as those of two models cannot be compared. */
export const answeringPurposes = purposes.filter((purpose) => purpose !== "search");

/**
 * `maxOutputTokens`: what an answer may take where the question does not say; thinking counts too. `isRepeatable`: the same
 * question is to have the same answer, so one that was paid for is given again for a day.
 */
export const purposeTraits: Readonly<Record<Purpose, { maxOutputTokens: number; isRepeatable: boolean }>> = {
  "listing-analysis": { maxOutputTokens: 8_000, isRepeatable: true },
  copy: { maxOutputTokens: 4_000, isRepeatable: false },
  reviews: { maxOutputTokens: 8_000, isRepeatable: true },
  trends: { maxOutputTokens: 4_000, isRepeatable: true },
  chat: { maxOutputTokens: 4_000, isRepeatable: false },
  describe: { maxOutputTokens: 2_000, isRepeatable: true },
  search: { maxOutputTokens: 0, isRepeatable: false },
};
