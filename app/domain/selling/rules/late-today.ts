import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelRule } from "./rule.ts";

export const lateToday: ChannelRule = {
  id: "late-today",
  group: "service",
  inputs: ["shipBy", "orderState"],
  condition: ({ dispatch }) =>
    dispatch.late > 0 ? figures(["late", dispatch.late, "orders"], ["dueSoon", dispatch.dueSoon, "orders"]) : undefined,
  measure: { metric: "orders-late", unit: "orders", read: ({ dispatch }) => dispatch.late, goal: () => 0 },
  remedy: (facts) => openPage("orders", facts.channelId),
  priority: ({ dispatch }) => clamp(82 + Math.min(15, dispatch.late)),
};
