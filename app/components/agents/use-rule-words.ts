import type { Facts } from "#app/domain/agents/outcome.ts";
import { useFactWords } from "./use-fact-words.ts";
import { useKnownText } from "./use-known-text.ts";

type Ruled = { rule: string; facts: Facts; effect?: Facts };
export type RuleWords = { title: string; says: string | undefined; effect: string | undefined };

/** What a rule says of what it saw. One that is gone still shows, by its id: its facts then speak for themselves. */
export function useRuleWords(): (ruled: Ruled) => RuleWords {
  const known = useKnownText();
  const { values } = useFactWords();
  return ({ rule, facts, effect = {} }) => {
    const key = `rules.${rule.replaceAll(".", "_")}`;
    const says = values(facts);
    return {
      title: known("agents", `${key}.title`) ?? rule,
      says: known("agents", `${key}.says`, says),
      effect: known("agents", `${key}.effect`, { ...says, ...values(effect) }),
    };
  };
}
