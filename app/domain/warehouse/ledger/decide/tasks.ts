import type { CommandOf } from "../commands.ts";
import type { Change, Task } from "../facts.ts";
import { begun, begunBy } from "./batches.ts";
import { conflict, type Decided, type Deciding, mayManage, rejected, taskChange, theBin, theTask } from "./deciding.ts";

type NewTask = Pick<Task, "kind" | "priority"> & Partial<Omit<Task, "id" | "version" | "state" | "claimedBy" | "leaseUntil" | "createdAt">>;

export function newTask(d: Deciding, asked: NewTask): Omit<Task, "version"> {
  return {
    id: d.nextId("tsk"),
    state: "open",
    sku: null,
    lot: "",
    plate: "",
    qty: 0,
    doneQty: 0,
    fromBin: null,
    toBin: null,
    reservationId: null,
    wave: null,
    batch: null,
    walk: null,
    picker: null,
    corrections: [],
    ...asked,
    claimedBy: null,
    leaseUntil: null,
    createdAt: d.nowMs,
  };
}

/** One task for each promise that lies in a bin and has none yet. */
export function planPicks(d: Deciding, { demandLines, toBin: wanted, wave, batch, priority }: CommandOf<"plan-picks">): Decided {
  const toBin = (wanted === null ? d.zone.firstBin(["staging", "packing"]) : theBin(d, wanted))?.id;
  if (toBin === undefined) throw conflict("noStaging");
  const held = [...new Set(demandLines)].flatMap((line) => d.zone.reservationsOf(line)).filter((one) => one.state === "held");
  const tasks = held
    .filter((one) => d.zone.tasksOf(one.id).every((task) => isOver(task)))
    .map(({ id, line, qty }) => {
      const { sku, lot, plate, account } = line;
      return newTask(d, { kind: "pick", priority, wave, batch, toBin, reservationId: id, sku, lot, plate, qty, fromBin: account.slice(4) });
    });
  return { changes: tasks.map((task) => ({ kind: "task", task })), result: { tasks: tasks.map(({ id }) => id) } };
}

export function planMove(d: Deciding, command: CommandOf<"plan-move">): Decided {
  const { kind, sku, lot, plate, qty, fromBin, toBin, priority } = command;
  theBin(d, fromBin);
  theBin(d, toBin);
  if (fromBin === toBin) throw rejected("nothingToDo");
  if (d.zone.item(sku) === undefined) throw rejected("skuUnknown", { sku });
  const task = newTask(d, { kind, sku, lot, plate, qty, fromBin, toBin, priority });
  return { changes: [{ kind: "task", task }], result: { taskId: task.id } };
}

export function planCount(d: Deciding, { binId, priority }: CommandOf<"plan-count">): Decided {
  theBin(d, binId);
  const task = countOf(d, binId, priority);
  if (task === undefined) throw conflict("countPlanned", { binId });
  return { changes: [{ kind: "task", task }], result: { taskId: task.id } };
}

/** A count of a bin that nobody counts yet. */
export function countOf(d: Deciding, binId: string, priority: number): Omit<Task, "version"> | undefined {
  const isPlanned = d.zone.tasksAt(binId).some((task) => task.kind === "count");
  return isPlanned ? undefined : newTask(d, { kind: "count", fromBin: binId, priority });
}

export function prioritise(d: Deciding, { taskId, priority }: CommandOf<"prioritise">): Decided {
  const task = theTask(d, taskId);
  if (isOver(task)) throw conflict("taskOver", { state: task.state });
  return { changes: [taskChange(task, { priority })] };
}

/** A cancelled pick gives its promise back to be held; it is released or planned anew. */
export function cancelTask(d: Deciding, { taskId }: CommandOf<"cancel-task">): Decided {
  const task = theTask(d, taskId);
  if (isOver(task)) throw conflict("taskOver", { state: task.state });
  return { changes: [taskChange(task, { state: "cancelled", claimedBy: null, leaseUntil: null })] };
}

export function claim(d: Deciding, { taskId }: CommandOf<"claim">): Decided {
  const task = theTask(d, taskId);
  if (isOver(task)) throw conflict("taskOver", { state: task.state });
  if (task.kind === "approve") throw rejected("taskOther", { taskId });
  const { claimedBy } = task;
  if (claimedBy !== null && claimedBy.id !== d.actor.id && (task.leaseUntil ?? 0) > d.nowMs) {
    throw conflict("taken", { by: claimedBy.name, agoMs: d.nowMs - claimedBy.atMs, left: task.qty - task.doneQty });
  }
  const { id, name } = d.actor;
  const since = claimedBy?.id === id ? claimedBy.atMs : d.nowMs;
  const leaseUntil = d.nowMs + d.settings.leaseMs;
  return {
    changes: [
      taskChange(task, { ...begunBy(d, task), state: "claimed", claimedBy: { id, name, atMs: since }, leaseUntil }),
      ...begun(d, task),
    ],
  };
}

export function unclaim(d: Deciding, { taskId }: CommandOf<"unclaim">): Decided {
  const task = theTask(d, taskId);
  if (task.state !== "claimed") throw conflict("taskOver", { state: task.state });
  ensureOwn(d, task);
  return { changes: [givenBack(task)] };
}

export function givenBack(task: Task): Change {
  return taskChange(task, { state: "open", claimedBy: null, leaseUntil: null });
}

export function isOver(task: Pick<Task, "state">): boolean {
  return task.state === "done" || task.state === "cancelled";
}

function ensureOwn(d: Deciding, task: Task): void {
  if (task.claimedBy?.id !== d.actor.id && !mayManage(d)) throw conflict("taken", { by: task.claimedBy?.name ?? null });
}

/** The task a person works on: theirs, and not over. An unclaimed one becomes theirs by being worked on. */
export function ownTask(d: Deciding, taskId: string, kinds: readonly Task["kind"][]): Task {
  const task = theTask(d, taskId);
  if (!kinds.includes(task.kind)) throw rejected("taskOther", { taskId });
  if (isOver(task)) throw conflict("taskOver", { state: task.state });
  const { claimedBy } = task;
  if (claimedBy !== null && claimedBy.id !== d.actor.id) {
    throw conflict("taken", { by: claimedBy.name, agoMs: d.nowMs - claimedBy.atMs, left: task.qty - task.doneQty });
  }
  return task;
}
