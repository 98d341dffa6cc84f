export const patternKinds = [
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
export type PatternKind = (typeof patternKinds)[number];

export const periods = ["day", "week", "month", "year", "all"] as const;
export type Period = (typeof periods)[number];
