import type { TaskEvent } from "./apply-news.ts";
import { type TaskState, taskStates } from "./kinds.ts";
import type { Artifact, Message } from "./schemas.ts";
import type { Task } from "./task-row.ts";

/** Tasks and events as A2A 1.0 writes them, wherever they go: into an answer, a stream or to an address that is told of them. */
type WireState = `TASK_STATE_${string}`;
type WireStatus = { state: WireState; timestamp: string; message?: Message };
type WireTask = { id: string; contextId: string; status: WireStatus; artifacts: Artifact[]; history: Message[] };
type WireEvent =
  | { task: WireTask }
  | { statusUpdate: { taskId: string; contextId: string; status: WireStatus } }
  | { artifactUpdate: { taskId: string; contextId: string; artifact: Artifact; append: boolean; lastChunk: boolean } };

function toWireState(state: TaskState): WireState {
  return `TASK_STATE_${state.toUpperCase().replace("-", "_")}`;
}

export function fromWireState(text: string): TaskState | undefined {
  return taskStates.find((state) => toWireState(state) === text);
}

export function toWireTask({ id, contextId, state, stateAt, statusMessage, artifacts, history }: Task): WireTask {
  return { id, contextId, status: statusOf(state, stateAt, statusMessage), artifacts, history };
}

export function toWireEvent(event: TaskEvent, { id: taskId, contextId }: Pick<Task, "id" | "contextId">): WireEvent {
  switch (event.kind) {
    case "task":
      return { task: toWireTask(event.task) };
    case "state":
      return { statusUpdate: { taskId, contextId, status: statusOf(event.state, event.at, event.message) } };
    case "artifact":
      return { artifactUpdate: { taskId, contextId, artifact: event.artifact, append: event.isMore, lastChunk: event.isLast } };
    default:
      return event satisfies never;
  }
}

function statusOf(state: TaskState, atMs: number, message: Message | null): WireStatus {
  const status = { state: toWireState(state), timestamp: new Date(atMs).toISOString() };
  return message === null ? status : { ...status, message };
}
