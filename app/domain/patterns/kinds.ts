/** What is claimed to be more than chance. */
export const foundKinds = [
  "drop-off",
  "hesitation",
  "search-in-vain",
  "affinity",
  "rising",
  "falling",
  "busy-hours",
  "returning",
  "anomaly",
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What happened, said of every period that anybody came in. It was not tried against chance and claims nothing. */
export const observedKind = "observed";

export const patternKinds = [...foundKinds, observedKind] as const;
export type PatternKind = (typeof patternKinds)[number];

/** Which of the two is asked for. */
export const patternNatures = ["found", "observed"] as const;

export const periods = ["day", "week", "month", "year", "all"] as const;
export type Period = (typeof periods)[number];
