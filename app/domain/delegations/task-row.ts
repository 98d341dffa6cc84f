import { z } from "zod";
import type { delegations } from "#db/schema/delegations.ts";
import { isTaskState, type TaskState } from "./kinds.ts";
import { type Artifact, artifactSchema, type Message, messageSchema } from "./schemas.ts";

export type TaskRow = typeof delegations.$inferSelect;

/** A task as whoever gave it sees it. */
export type Task = {
  id: string;
  contextId: string;
  state: TaskState;
  stateAt: number;
  statusMessage: Message | null;
  history: Message[];
  artifacts: Artifact[];
  /** The number of the newest event that is in it. */
  lastEvent: number;
};

export function stateOf({ state }: Pick<TaskRow, "state">): TaskState {
  return isTaskState(state) ? state : "failed";
}

export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    contextId: row.contextId,
    state: stateOf(row),
    stateAt: row.stateAt,
    statusMessage: messageSchema.nullable().catch(null).parse(row.statusMessage),
    history: z.array(messageSchema).catch([]).parse(row.history),
    artifacts: z.array(artifactSchema).catch([]).parse(row.artifacts),
    lastEvent: row.lastEvent,
  };
}

/** The same as the workspace's own people read it. */
export type Delegation = {
  id: string;
  by: string;
  contextId: string;
  state: TaskState;
  stateAt: number;
  reason: string | null;
  question: string;
  answer: string;
  createdAt: number;
};

export function toDelegation(row: TaskRow): Delegation {
  const { id, ownerLabel, contextId, stateAt, reason, question, answer, createdAt } = row;
  return { id, by: ownerLabel, contextId, state: stateOf(row), stateAt, reason, question, answer, createdAt };
}
