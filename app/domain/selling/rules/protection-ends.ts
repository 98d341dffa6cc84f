import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";

const dayMs = 24 * 3_600_000;
const warnDays = 21;

function daysLeft({ reputation, nowMs }: ChannelFacts): number | undefined {
  const endsAtMs = reputation?.protectedUntilMs ?? null;
  return endsAtMs === null || endsAtMs <= nowMs ? undefined : Math.ceil((endsAtMs - nowMs) / dayMs);
}

/** A protected account shows a better level than it has; when the protection ends, the real one counts at once. */
export const protectionEnds: ChannelRule = {
  id: "protection-ends",
  group: "reputation",
  inputs: ["protectedUntil", "realLevel"],
  condition(facts) {
    const days = daysLeft(facts);
    const { level = null, levelWithoutProtection = null } = facts.reputation ?? {};
    if (days === undefined || days > warnDays || levelWithoutProtection === null || levelWithoutProtection === level) return undefined;
    return figures(["days", days, "days"], ["level", level ?? "", "level"], ["realLevel", levelWithoutProtection, "level"]);
  },
  measure: {
    metric: "levels-apart",
    unit: "yesno",
    read: ({ reputation }) =>
      reputation === null ? null : Number((reputation.levelWithoutProtection ?? reputation.level) !== reputation.level),
    goal: () => 0,
  },
  remedy: (facts) => openPage("channel", facts.channelId),
  priority: (facts) => clamp(95 - (daysLeft(facts) ?? warnDays)),
};
