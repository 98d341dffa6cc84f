import type { agentRuns } from "#db/schema/agents.ts";
import { type AgentKind, isAgentKind, type RunMode, runModes, type RunState, runStates, type RunTrigger, runTriggers } from "./kinds.ts";

export type RunRow = {
  id: string;
  agent: AgentKind;
  trigger: RunTrigger;
  mode: RunMode;
  state: RunState;
  askedBy: string;
  /** The firing of a trigger or the run that led to it. */
  cause: string | null;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  attempts: number;
  /** Why it failed or was put off, as a word of `runFailures`. */
  failure: RunFailure | null;
  decisions: number;
  proposals: number;
  messages: number;
};

/** paused: nobody let it look. changed: what it decided on was newer every time. unavailable: what it needs did not answer. */
export const runFailures = ["paused", "changed", "unavailable", "fault"] as const;
export type RunFailure = (typeof runFailures)[number];

export function toRunRow(row: typeof agentRuns.$inferSelect): RunRow {
  const { workspaceId: _workspace, version: _version, ...rest } = row;
  return {
    ...rest,
    agent: isAgentKind(row.agent) ? row.agent : "warehouse-manager",
    trigger: oneOf(runTriggers, row.trigger, "schedule"),
    mode: oneOf(runModes, row.mode, "live"),
    state: oneOf(runStates, row.state, "failed"),
    failure: row.failure === null ? null : oneOf(runFailures, row.failure, "fault"),
  };
}

/** A word of a list; for one that an older version wrote, the nearest there is now. */
export function oneOf<const Words extends readonly string[]>(words: Words, word: string, otherwise: Words[number]): Words[number] {
  return words.find((one) => one === word) ?? otherwise;
}
