/** The parts of the product whose open pages read their data again when they hear that it changed. */
export const changedAreas = [
  "channels",
  "listings",
  "orders",
  "service",
  "selling",
  "warehouse",
  "agents",
  "models",
  "market",
  "triggers",
  "shoppers",
  "chat",
  "approvals",
  "delegations",
  "answers",
] as const;
export type ChangedArea = (typeof changedAreas)[number];
