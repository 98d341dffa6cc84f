import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelRule } from "./rule.ts";

export const questionsWaiting: ChannelRule = {
  id: "questions-waiting",
  group: "service",
  inputs: ["openQuestions", "oldestQuestion"],
  condition: ({ questions }) =>
    questions.over24h > 0
      ? figures(["waiting", questions.over24h], ["oldest", questions.oldestHours, "hours"], ["open", questions.open])
      : undefined,
  measure: { metric: "questions-waiting", unit: "count", read: ({ questions }) => questions.over24h, goal: () => 0 },
  remedy: (facts) => openPage("questions", facts.channelId),
  priority: ({ questions }) => clamp(62 + Math.min(25, questions.over24h * 3)),
};
