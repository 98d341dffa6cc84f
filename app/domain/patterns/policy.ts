import type { PatternFacts } from "./finding.ts";

/** What it is about, in the shop's own words, for logs and lists that have no room for its sentence. */
export function labelOf({ key, facts }: { key: string; facts: PatternFacts }): string {
  const told = facts["query"] ?? facts["name"] ?? facts["reason"] ?? facts["measure"] ?? facts["stage"];
  if (told !== undefined && told !== null) return String(told);
  const pair = [facts["firstName"], facts["secondName"]].filter((one) => one !== undefined);
  return pair.length === 2 ? pair.join(" + ") : key;
}
