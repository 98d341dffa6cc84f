import { checkConditions, type Checked, type ConditionSet } from "../../conditions.ts";
import { factsForPolicy, type Judged } from "./policy-facts.ts";

export type PolicyRule = { id: string; name: string; tool: string; conditions: ConditionSet; mostPerDay: number };

/** How a policy sees one proposal. A policy without conditions would let everything through: it lets nothing through. */
export function judge({ tool, conditions }: Pick<PolicyRule, "tool" | "conditions">, judged: Judged): Checked {
  const checked = checkConditions(conditions, factsForPolicy(judged));
  return { ...checked, passes: checked.passes && conditions.conditions.length > 0 && judged.call.tool === tool };
}

/** The first policy that lets a proposal through and has not used up its day; `used` counts what each did today. */
export function policyFor(policies: readonly PolicyRule[], judged: Judged, used: ReadonlyMap<string, number>): PolicyRule | undefined {
  return policies.find((policy) => (used.get(policy.id) ?? 0) < policy.mostPerDay && judge(policy, judged).passes);
}
