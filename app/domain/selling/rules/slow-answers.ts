import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelRule } from "./rule.ts";

const slowMinutes = 12 * 60;
const goodMinutes = 60;

export const slowAnswers: ChannelRule = {
  id: "slow-answers",
  group: "service",
  inputs: ["answerTime"],
  condition: ({ answerMinutes }) =>
    answerMinutes !== null && answerMinutes > slowMinutes
      ? figures(["answerTime", answerMinutes, "minutes"], ["good", goodMinutes, "minutes"])
      : undefined,
  measure: { metric: "answer-time", unit: "minutes", read: ({ answerMinutes }) => answerMinutes, goal: () => goodMinutes },
  remedy: (facts) => openPage("questions", facts.channelId),
  priority: ({ answerMinutes }) => clamp(40 + Math.min(20, ((answerMinutes ?? 0) - slowMinutes) / 120)),
};
