import type { CommandOf } from "../commands.ts";
import type { Change, Correction, MovementReason } from "../facts.ts";
import { type Decided, type Deciding, moved, type Place, placeIn } from "./deciding.ts";
import { giveWay } from "./reservations.ts";
import { newTask } from "./tasks.ts";

type Corrected = Pick<CommandOf<"adjust">, "sku" | "lot" | "plate" | "status" | "delta"> & {
  reason: MovementReason;
  serials?: readonly string[];
  taskId?: string;
};

export function corrected(d: Deciding, binId: string, { sku, lot, plate, status, delta, reason, serials, taskId }: Corrected): Change[] {
  const inside = placeIn(binId, plate, status);
  const line = delta < 0 ? d.zone.line({ sku, lot, ...inside }) : undefined;
  const gaveWay = line === undefined ? { changes: [], units: 0 } : giveWay(d, line, line.qty + delta);
  const outside: Place = { account: reason === "damaged" ? "scrap" : "adjustment", plate: "", status };
  const [from, to] = delta > 0 ? [outside, inside] : [inside, outside];
  const movement = { goods: { sku, lot }, qty: Math.abs(delta), from, to, reason, serials: serials ?? [], taskId: taskId ?? null };
  return [...gaveWay.changes, ...moved(d, { ...movement, ofReserved: gaveWay.units })];
}

export function waitForApproval(d: Deciding, binId: string, corrections: Correction[]): Decided {
  const task = newTask(d, { kind: "approve", fromBin: binId, corrections, priority: 200, askedBy: { id: d.actor.id, name: d.actor.name } });
  return { changes: [{ kind: "task", task }], result: { waits: true, taskId: task.id } };
}
