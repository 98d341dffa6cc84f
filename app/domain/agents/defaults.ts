import type { AgentKind } from "./kinds.ts";
import type { ToolName } from "./tool-inputs.ts";

export type Leave = "ask" | "auto";
export type AgentSetUp = {
  state: "on" | "paused";
  everyMinutes: number;
  actionsPerDay: number;
  ratePerMinute: number;
  burst: number;
  autonomy: Record<string, Leave>;
};

/** Which tools each may ask for at all. */
export const toolsOf: Record<AgentKind, readonly ToolName[]> = {
  optimizer: ["plan-move", "release-orders"],
  sync: ["tell-stock", "raise-alert"],
  "warehouse-manager": ["prioritise-task", "plan-count", "raise-alert"],
  "copy-master": ["rewrite-listing"],
  "price-watch": ["change-price"],
  "global-trends": ["note-opportunity"],
  "review-gaps": ["amend-listing", "note-supplier-issue", "raise-alert"],
};

/** What repeats a truth or only tells people needs nobody's leave; what sends people walking does. */
const askedLess: ReadonlySet<ToolName> = new Set<ToolName>(["tell-stock", "raise-alert"]);

const everyMinutes: Record<AgentKind, number> = {
  optimizer: 60,
  sync: 15,
  "warehouse-manager": 5,
  "copy-master": 24 * 60,
  "price-watch": 60,
  "global-trends": 24 * 60,
  "review-gaps": 6 * 60,
};

export function usualSetUp(kind: AgentKind): AgentSetUp {
  const autonomy = Object.fromEntries(toolsOf[kind].map((tool) => [tool, askedLess.has(tool) ? "auto" : "ask"] as const));
  return { state: "on", everyMinutes: everyMinutes[kind], actionsPerDay: 200, ratePerMinute: 60, burst: 120, autonomy };
}

export function leaveFor(autonomy: Readonly<Record<string, string>>, kind: AgentKind, tool: ToolName): Leave {
  return (autonomy[tool] ?? usualSetUp(kind).autonomy[tool]) === "auto" ? "auto" : "ask";
}
