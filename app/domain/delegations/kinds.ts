/** How far a task is. input-required and auth-required wait for the other side or for a person; the last four are final. */
export const taskStates = [
  "submitted",
  "working",
  "input-required",
  "auth-required",
  "completed",
  "failed",
  "canceled",
  "rejected",
] as const;
export type TaskState = (typeof taskStates)[number];

export function isTaskState(value: unknown): value is TaskState {
  return taskStates.some((state) => state === value);
}

export function isOver(state: TaskState): boolean {
  return state === "completed" || state === "failed" || state === "canceled" || state === "rejected";
}

export function isUnderWay(state: TaskState): boolean {
  return state === "submitted" || state === "working";
}
