/** Why something of a model was not let through. */
export const objections = {
  "too-long": "too long",
  "too-short": "too short",
  "forbidden-word": "a word against the rules",
  "contact-data": "contact data",
  "invented-number": "a number nobody knows of",
  "lost-fact": "a fact was lost",
  "order-inside": "reads like an order",
  "no-evidence": "the quote stands nowhere",
  "same-as-now": "the same as now",
} as const;
