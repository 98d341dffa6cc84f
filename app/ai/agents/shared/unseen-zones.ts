import { type Conclusion, conclude, examplesOf, type Rule } from "./conclude.ts";

/** What could not be looked at is said, so that nobody takes silence for order. */
export function unseenZones(rule: Rule, names: readonly string[]): Conclusion[] {
  if (names.length === 0) return [];
  const facts = { zones: names.length, examples: examplesOf(names) };
  return [conclude(rule, { verdict: "left", subject: { type: "zone", id: "", label: examplesOf(names, 1) }, facts })];
}
