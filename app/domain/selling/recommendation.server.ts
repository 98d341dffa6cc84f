import { eq } from "drizzle-orm";
import { type Evidence, recommendations } from "#db/schema/selling.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type AdviceState, adviceStates, type DismissReason, dismissReasons } from "./advice-state.ts";
import type { Expected } from "./findings.ts";
import { parseRemedy, type Remedy, remedyHref } from "./remedy.ts";
import { aboutRule } from "./rules/registry.ts";
import type { RuleGroup } from "./rules/rule.ts";

export type AdviceRow = typeof recommendations.$inferSelect;
export type Measured = { value: number | null; at: number } | null;

/** Advice as people and programs see it. */
export type Recommendation = {
  id: string;
  ruleId: string;
  /** Null for advice of a rule that is no longer applied. */
  group: RuleGroup | null;
  /** What the rule looks at. */
  inputs: string[];
  /** Empty when it concerns several channels. */
  channelId: string;
  subject: { kind: string; id: string; label: string };
  state: AdviceState;
  priority: number;
  evidence: Evidence;
  expected: Expected;
  remedy: Remedy | null;
  /** The page where a person mends it. */
  href: string | null;
  dismissReason: DismissReason | null;
  measuredAfter7: Measured;
  measuredAfter14: Measured;
  firstSeenAt: number;
  lastSeenAt: number;
  decidedAt: number | null;
};

/** Kept among the evidence, where whoever reads the advice later finds it. */
const reasonKey = "dismissReason";

export function withReason(evidence: Evidence, reason: DismissReason): Evidence {
  return [...withoutReason(evidence), { key: reasonKey, value: reason }];
}

export function withoutReason(evidence: Evidence): Evidence {
  return evidence.filter(({ key }) => key !== reasonKey);
}

export function toRecommendation(row: AdviceRow): Recommendation {
  const about = aboutRule(row.ruleId);
  const remedy = parseRemedy(row.remedy);
  const reason = row.evidence.find(({ key }) => key === reasonKey)?.value;
  return {
    id: row.id,
    ruleId: row.ruleId,
    group: about?.group ?? null,
    inputs: [...(about?.inputs ?? [])],
    channelId: row.channelId,
    subject: { kind: row.subjectKind, id: row.subjectId, label: row.subjectLabel },
    state: adviceStates.find((state) => state === row.state) ?? "settled",
    priority: row.priority,
    evidence: withoutReason(row.evidence),
    expected: row.expected,
    remedy,
    href: remedy === null ? null : remedyHref(remedy),
    dismissReason: dismissReasons.find((known) => known === reason) ?? null,
    measuredAfter7: row.measuredAfter7,
    measuredAfter14: row.measuredAfter14,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    decidedAt: row.decidedAt,
  };
}

export async function findAdvice(ctx: ServiceContext, id: string): Promise<AdviceRow> {
  const row = await ctx.db.first(recommendations, eq(recommendations.id, id));
  if (row === undefined) throw notFound("recommendation");
  return row;
}
