import type { patterns } from "#db/schema/patterns.ts";
import { type PatternFacts, type PatternKind, patternKinds } from "./finding.ts";
import { type Period, periods } from "./period.ts";
import { type PatternState, patternStates } from "./schemas.ts";

export type Pattern = {
  id: string;
  period: Period;
  startDay: string;
  kind: PatternKind;
  key: string;
  facts: PatternFacts;
  support: number;
  outOf: number;
  confidencePerMille: number;
  effectPerMille: number;
  changePercent: number | null;
  strength: number;
  interactionIds: string[];
  state: PatternState;
  dismissedBecause: string | null;
  foundAt: number;
  createdAt: number;
};

export function toPattern(row: typeof patterns.$inferSelect): Pattern {
  const { workspaceId: _workspace, version: _version, ...rest } = row;
  return {
    ...rest,
    period: periods.find((one) => one === row.period) ?? "day",
    kind: patternKinds.find((one) => one === row.kind) ?? "anomaly",
    state: patternStates.find((one) => one === row.state) ?? "open",
  };
}

/** What it is about, in the shop's own words, for logs and lists that have no room for its sentence. */
export function labelOf({ key, facts }: Pick<Pattern, "key" | "facts">): string {
  const told = facts["query"] ?? facts["name"] ?? facts["reason"] ?? facts["measure"];
  if (told !== undefined && told !== null) return String(told);
  const pair = [facts["firstName"], facts["secondName"]].filter((one) => one !== undefined);
  return pair.length === 2 ? pair.join(" + ") : key;
}
