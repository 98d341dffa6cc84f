import type { Evidence } from "#db/schema/selling.ts";
import type { Remedy } from "./remedy.ts";
import { channelRules, listingRules, patternRules, skuRules } from "./rules/registry.ts";
import type { ChannelFacts, ListingFacts, PatternFacts, Rule, SkuFacts } from "./rules/rule.ts";

export const subjectKinds = ["account", "listing", "sku", "pattern"] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { channelId: string; subjectKind: SubjectKind; subjectId: string; subjectLabel: string };
export type Expected = { metric: string; before: number; after: number; unit: string };

/** A rule that fired about something, with all that is worth keeping of it. */
export type Finding = Subject & { ruleId: string; priority: number; evidence: Evidence; expected: Expected; remedy: Remedy };

export function accountFindings(facts: ChannelFacts): Finding[] {
  return findingsOf(channelRules, facts, accountSubject(facts), facts.currency);
}

export function listingFindings(facts: ListingFacts): Finding[] {
  return findingsOf(listingRules, facts, listingSubject(facts), facts.currency);
}

export function skuFindings(variantId: string, facts: SkuFacts): Finding[] {
  return findingsOf(skuRules, facts, skuSubject(variantId, facts), facts.currency);
}

/** Of a pattern that somebody made something to do; no other becomes advice of its own. */
export function patternFindings(facts: PatternFacts): Finding[] {
  const { name, label } = facts;
  return findingsOf(patternRules, facts, { channelId: "", subjectKind: "pattern", subjectId: name, subjectLabel: label }, "");
}

function accountSubject({ channelId, name }: ChannelFacts): Subject {
  return { channelId, subjectKind: "account", subjectId: channelId, subjectLabel: name };
}

function listingSubject({ channelId, id, title }: ListingFacts): Subject {
  return { channelId, subjectKind: "listing", subjectId: id, subjectLabel: title };
}

/** A SKU is on several channels and belongs to none. */
function skuSubject(variantId: string, { sku, title }: SkuFacts): Subject {
  return { channelId: "", subjectKind: "sku", subjectId: variantId, subjectLabel: title === "" ? sku : `${sku} · ${title}` };
}

function findingsOf<Facts>(rules: readonly Rule<Facts>[], facts: Facts, subject: Subject, currency: string): Finding[] {
  return rules.flatMap((rule) => {
    const evidence = rule.condition(facts);
    if (evidence === undefined) return [];
    const { metric, unit, read, goal } = rule.measure;
    const expected = { metric, before: read(facts) ?? 0, after: goal(facts), unit: unit === "money" ? `money:${currency}` : unit };
    return [{ ...subject, ruleId: rule.id, priority: rule.priority(facts), evidence, expected, remedy: rule.remedy(facts) }];
  });
}

/** The figure of an applied advice as it is today; null when the rule or the figure is gone. */
export function measureAgain<Facts>(rules: readonly Rule<Facts>[], ruleId: string, facts: Facts | undefined): number | null {
  const rule = rules.find((one) => one.id === ruleId);
  return rule === undefined || facts === undefined ? null : rule.measure.read(facts);
}
