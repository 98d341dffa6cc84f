import { readCall } from "../agents/actions.ts";
import type { ToolCall } from "../agents/tool-inputs.ts";
import type { EventKind } from "./events.ts";

/** Tools whose input follows from what happened alone. */
export const proposableTools = ["plan-count", "tell-stock"] as const;
export type ProposableTool = (typeof proposableTools)[number];

/** The events that say enough for each. */
export const proposableFor: Record<ProposableTool, readonly EventKind[]> = {
  "plan-count": ["pick-short"],
  "tell-stock": ["order-placed", "sync-ended", "advice-given"],
};

/** A count that somebody's trouble asks for comes before one by the calendar. */
const countPriority = 60;

/** What is to be done for an event; undefined where it does not name what the tool needs. */
export function callFor(tool: ProposableTool, refs: Readonly<Record<string, string>>): ToolCall | undefined {
  const { zoneId, binId, channelId } = refs;
  const input = tool === "plan-count" ? { zoneId, binId, priority: countPriority } : { channelId };
  return readCall({ tool, input });
}
