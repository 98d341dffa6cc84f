import type { FloorTask } from "#app/domain/warehouse/floor/flow-state.ts";
import { floorTaskKinds } from "#app/domain/warehouse/floor/flow-state.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { TaskView } from "#party/warehouse-zone/protocol.ts";

export type FloorAnswer = FormProblem | { ok: true };

/** What a tablet shows first, as the server knows it. */
export type FloorState =
  | { screen: "office"; name: string }
  | { screen: "unpaired" }
  | { screen: "locked"; deviceName: string; people: { id: string; name: string }[] }
  | {
      screen: "open";
      deviceName: string;
      workspaceId: string;
      person: { id: string; name: string };
      /** Whether they decide what pickers may not: now, with their PIN instead of the badge, or not at all. */
      decides: "now" | "by-pin" | "never";
      shiftId: string;
      zones: { id: string; code: string; name: string }[];
    };
export type OpenState = Extract<FloorState, { screen: "open" }>;

/** A task as somebody with a tablet does it; undefined for what is decided elsewhere. */
export function toFloorTask(task: TaskView): FloorTask | undefined {
  const kind = floorTaskKinds.find((one) => one === task.kind);
  if (kind === undefined) return undefined;
  const { id, sku, lot, plate, qty, doneQty, fromBin, toBin } = task;
  return { id, kind, sku, lot, plate, qty: qty - doneQty, fromBin, toBin };
}
