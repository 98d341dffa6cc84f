import type { AgentKind } from "./kinds.ts";
import type { Looking } from "./look-meter.ts";

/** What an agent has to do, one thing after the other. */
export type AgentJob = { kind: "run" | "apply" | "undo"; id: string; priority: number };

/** How an agent is at this moment, beside what is written down of it. */
export type AgentHealth = {
  /** How many more things it may look at or do right now. */
  tokens: number;
  circuit: "closed" | "open" | "half-open";
  /** When an open circuit lets something through again. */
  retryAtMs: number | null;
  /** The look that goes on right now, if one does. */
  looking: Looking | null;
  queue: { kind: AgentJob["kind"]; id: string; priority: number; waitsSinceMs: number; dueAtMs: number }[];
};

/** The objects in which agents work, one a workspace and kind. */
export type AgentRooms = {
  ask(workspaceId: string, agent: AgentKind, job: AgentJob): Promise<void>;
  health(workspaceId: string, agent: AgentKind): Promise<AgentHealth>;
};
