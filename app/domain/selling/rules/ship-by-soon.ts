import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelRule } from "./rule.ts";

export const shipBySoon: ChannelRule = {
  id: "ship-by-soon",
  group: "service",
  inputs: ["shipBy", "orderState"],
  condition: ({ dispatch }) =>
    dispatch.dueSoon > 0 ? figures(["dueSoon", dispatch.dueSoon, "orders"], ["within", 4, "hours"]) : undefined,
  measure: { metric: "orders-due-soon", unit: "orders", read: ({ dispatch }) => dispatch.dueSoon, goal: () => 0 },
  remedy: (facts) => openPage("orders", facts.channelId),
  priority: ({ dispatch }) => clamp(75 + Math.min(15, dispatch.dueSoon)),
};
