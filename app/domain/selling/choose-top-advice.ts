import type { Expected } from "./findings.ts";

type Ranked = { id: string; ruleId: string; priority: number; expected: Expected };

/**
 * The few that matter most: what costs most comes first, and of what costs alike the one that moves its figure furthest. One
 * of each rule, because the tenth of a kind tells nothing new; more of a kind only where there are no others.
 */
export function chooseTopAdvice<Advice extends Ranked>(open: readonly Advice[], most: number): Advice[] {
  const ranked = open.toSorted((one, other) => other.priority - one.priority || gain(other) - gain(one) || (one.id < other.id ? -1 : 1));
  const firsts = new Set([...Map.groupBy(ranked, ({ ruleId }) => ruleId).values()].flatMap(([first]) => first ?? []));
  return [...firsts, ...ranked.filter((one) => !firsts.has(one))].slice(0, most);
}

/** How far a figure is to move, as a share of the greater of its two values, so that cents and points compare. */
function gain({ expected: { before, after } }: Ranked): number {
  const whole = Math.max(Math.abs(before), Math.abs(after));
  return whole === 0 ? 0 : Math.abs(after - before) / whole;
}
