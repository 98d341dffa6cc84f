import type { patterns } from "#db/schema/patterns.ts";
import { type FoundKind, observedKind, type PatternKind, patternKinds, type Period, periods } from "./kinds.ts";
import { type PatternFacts } from "./finding.ts";
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

/** One that is claimed, not only described. */
export type FoundPattern = Pattern & { kind: FoundKind };

export function isFound<Row extends Pattern>(pattern: Row): pattern is Row & { kind: FoundKind } {
  return pattern.kind !== observedKind;
}

export function toPattern(row: typeof patterns.$inferSelect): Pattern {
  const { workspaceId: _workspace, version: _version, ...rest } = row;
  return {
    ...rest,
    period: periods.find((one) => one === row.period) ?? "day",
    kind: patternKinds.find((one) => one === row.kind) ?? "anomaly",
    state: patternStates.find((one) => one === row.state) ?? "open",
  };
}
