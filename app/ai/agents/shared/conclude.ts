import type { Verdict } from "#app/domain/agents/kinds.ts";
import type { Facts, Outcome, Proposal, Subject } from "#app/domain/agents/outcome.ts";

/** Grows whenever the rule may come to another conclusion about the same. */
export type Rule = { id: string; version: number };

export type Conclusion = Outcome["decisions"][number];

type Concluding = { verdict: Verdict; subject: Subject; facts: Facts; proposal?: Proposal };

export function conclude({ id, version }: Rule, { verdict, subject, facts, proposal }: Concluding): Conclusion {
  return { rule: id, ruleVersion: version, verdict, subject, facts, proposal: proposal ?? null };
}

/** What several rules came to, in their order. */
export function joinOutcomes(parts: readonly Partial<Outcome>[]): Outcome {
  return {
    decisions: parts.flatMap(({ decisions }) => decisions ?? []),
    messages: parts.flatMap(({ messages }) => messages ?? []),
    memory: Object.assign({}, ...parts.map(({ memory }) => memory ?? {})) as Outcome["memory"],
    replaces: parts.flatMap(({ replaces }) => replaces ?? []),
  };
}

/** A few names of many, as a sentence lists them. */
export function examplesOf(labels: readonly string[], most = 5): string {
  const shown = [...new Set(labels)].slice(0, most);
  return shown.join(", ").slice(0, 180);
}

/** To a tenth: more digits than that are not known. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
