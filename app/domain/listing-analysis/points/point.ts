import type { AnalysisArea, AnalysisPoint, PointChange, PointEvidence } from "../result.ts";

export type Say = {
  severity: AnalysisPoint["severity"];
  facts?: AnalysisPoint["facts"];
  evidence: PointEvidence[];
  change?: PointChange | null;
  /** Tells two points of one rule apart. */
  about?: string;
};

export function point(area: AnalysisArea, rule: string, { severity, facts = {}, evidence, change = null, about }: Say): AnalysisPoint {
  const key = about === undefined ? rule : `${rule}:${about}`;
  return { key: key.slice(0, 80), area, severity, source: "rules", rule, facts, text: null, evidence, change };
}

const longest = 280;

export function evidence(kind: PointEvidence["kind"], ref: string, quote: string | number): PointEvidence {
  return { kind, ref, quote: String(quote).replaceAll(/\s+/g, " ").trim().slice(0, longest) };
}
