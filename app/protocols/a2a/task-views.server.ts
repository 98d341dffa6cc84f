import { type ListTasksRequest, StreamResponse, Task, TaskState, taskStateToJSON } from "@a2a-js/sdk";
import { RequestMalformedError } from "@a2a-js/sdk/errors";
import type { Task as OwnTask } from "#app/domain/delegations/task-row.ts";
import type { ToldEvent } from "#app/domain/delegations/task-writes.server.ts";
import { fromWireState, toWireEvent, toWireTask } from "#app/domain/delegations/wire.ts";

/** As much of the talk as was asked for: all, none, or the latest so many. */
export function toProtocolTask(task: OwnTask, historyLength: number | undefined): Task {
  return Task.fromJSON(toWireTask(shortened(task, historyLength)));
}

export function toProtocolEvent({ event }: ToldEvent, task: OwnTask, historyLength?: number): StreamResponse {
  const shown = event.kind === "task" ? { ...event, task: shortened(event.task, historyLength) } : event;
  return StreamResponse.fromJSON(toWireEvent(shown, task));
}

export function checkHistoryLength(historyLength: number | undefined): void {
  if (historyLength === undefined) return;
  if (!Number.isInteger(historyLength) || historyLength < 0) throw new RequestMalformedError("historyLength must be 0 or more.");
}

function shortened(task: OwnTask, historyLength: number | undefined): OwnTask {
  if (historyLength === undefined) return task;
  return { ...task, history: historyLength === 0 ? [] : task.history.slice(-historyLength) };
}

/** What the protocol asks a list by, in our words. */
export function listInput({ contextId, status, pageSize, pageToken, statusTimestampAfter }: ListTasksRequest) {
  const state = status === TaskState.TASK_STATE_UNSPECIFIED ? undefined : fromWireState(taskStateToJSON(status));
  if (status !== TaskState.TASK_STATE_UNSPECIFIED && state === undefined)
    throw new RequestMalformedError("status is not the state of a task.");
  const after = statusTimestampAfter === undefined || statusTimestampAfter === "" ? undefined : Date.parse(statusTimestampAfter);
  if (Number.isNaN(after)) throw new RequestMalformedError("statusTimestampAfter must be an ISO 8601 time.");
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 100))
    throw new RequestMalformedError("pageSize must be between 1 and 100.");
  return {
    ...(contextId === "" ? {} : { contextId }),
    ...(state === undefined ? {} : { state }),
    ...(after === undefined ? {} : { changedAfterMs: after }),
    ...(pageSize === undefined ? {} : { limit: pageSize }),
    ...(pageToken === "" ? {} : { cursor: pageToken }),
  };
}
