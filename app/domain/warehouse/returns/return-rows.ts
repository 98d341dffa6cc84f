import type { returnSteps } from "#db/schema/returns.ts";
import type { Step } from "./standing.ts";
import { type ReturnReason, returnReasons, type ReturnState, returnStates, stepKinds, stepStates } from "./states.ts";

export function isReturnState(value: string): value is ReturnState {
  return returnStates.some((state) => state === value);
}

export function reasonOf(value: string): ReturnReason {
  return returnReasons.find((reason) => reason === value) ?? "other";
}

/** A row as the rules see it. */
export function toStep(row: typeof returnSteps.$inferSelect): Step[] {
  const kind = stepKinds.find((one) => one === row.kind);
  const state = stepStates.find((one) => one === row.state);
  const { id, lineId, arrivalId, qty, serials } = row;
  return kind === undefined || state === undefined ? [] : [{ id, lineId, kind, arrivalId, qty, serials, state }];
}
