import type { CommandOf } from "../commands.ts";
import { binAccount, type Change, type LineKey, type Reservation, type Task } from "../facts.ts";
import { conflict, type Decided, type Deciding, keyOf, moved, placeIn, rejected, taskChange, theBin } from "./deciding.ts";
import { begun, begunBy, pickerOf } from "./batches.ts";
import { corrected } from "./corrections.ts";
import { allocate } from "./reservations.ts";
import { countOf, newTask, ownTask } from "./tasks.ts";

const moveReasons = { "put-away": "put-away", replenish: "replenished", move: "moved" } as const;
const countPriority = 80;

/** Brings what a put-away, a replenishment or a move asked for to its place, or to another one that the person chose. */
export function finishMove(d: Deciding, { taskId, qty, toBin, serials }: CommandOf<"finish-move">): Decided {
  const task = ownTask(d, taskId, ["put-away", "replenish", "move"]);
  const { kind, sku, lot, plate, fromBin } = task;
  const target = toBin ?? task.toBin;
  if (sku === null || fromBin === null || target === null || (kind !== "put-away" && kind !== "replenish" && kind !== "move")) {
    throw rejected("taskOther", { taskId });
  }
  ensureNotMore(task, qty);
  const from = placeIn(fromBin, plate, "available");
  const to = placeIn(target, "", "available");
  return {
    changes: [...moved(d, { goods: { sku, lot }, qty, from, to, reason: moveReasons[kind], serials, taskId }), progress(d, task, qty)],
    result: { left: task.qty - task.doneQty - qty },
  };
}

/** Takes what was promised out of its bin. A short pick gives the rest back and has the bin counted. */
export function pick(d: Deciding, { taskId, qty, serials, short }: CommandOf<"pick">): Decided {
  const task = ownTask(d, taskId, ["pick"]);
  const held = promiseOf(d, task);
  ensureNotMore(task, qty);
  if (qty === 0 && short === null) throw rejected("nothingToDo");
  const left = task.qty - task.doneQty - qty;
  const isShort = left > 0 && short !== null;
  const taken =
    qty === 0 ? [] : [...outOf(d, task, { from: held.line, qty, serials, ofReserved: qty }), ...promiseFollows(d, task, held, qty)];
  const ended = [progress(d, task, qty, isShort), ...begun(d, task)];
  if (!isShort) return { changes: [...taken, ...ended], result: { left } };
  return { changes: [...taken, ...ended, ...giveUp(d, task, { ...held, qty: left }, short)], result: { left: 0, short: left } };
}

/** What is missing here is somebody's order: the rest of the promise is kept from elsewhere, as far as there is more. */
function giveUp(d: Deciding, task: Task, rest: Reservation, short: CommandOf<"pick">["short"]): Change[] {
  const { sku, lot, account, plate } = rest.line;
  const { qty } = rest;
  // What nobody finds must not be promised again before it is counted.
  const to = { account, plate, status: short === "damaged" ? ("damaged" as const) : ("hold" as const) };
  const aside = { goods: { sku, lot }, qty, from: { ...to, status: "available" as const }, to, reason: "status" as const, taskId: task.id };
  return [
    { kind: "reservation", reservation: { ...rest, state: "released" } },
    // Which of the numbers are missing only the count can tell.
    ...(d.zone.item(sku)?.tracksSerials === true ? [] : moved(d, { ...aside, ofReserved: qty })),
    ...counted(d, account.slice(4)),
    ...fromElsewhere(d, task, rest),
  ];
}

function fromElsewhere(d: Deciding, task: Task, rest: Reservation): Change[] {
  return allocate(d, rest.line.sku, rest.qty, rest.line).flatMap(({ line, qty }): Change[] => {
    const reservation: Reservation = { ...rest, id: d.nextId("rsv"), line: keyOf(line), qty, state: "held" };
    const { priority, wave, batch, walk, toBin, sku } = task;
    const { lot, plate, account } = line;
    const next = newTask(d, {
      kind: "pick",
      priority,
      wave,
      batch,
      walk,
      picker: batch === null ? null : pickerOf(d),
      toBin,
      sku,
      lot,
      plate,
      qty,
      reservationId: reservation.id,
      fromBin: account.slice(4),
    });
    return [
      { kind: "reservation", reservation },
      { kind: "task", task: next },
    ];
  });
}

function counted(d: Deciding, binId: string): Change[] {
  const count = countOf(d, binId, countPriority);
  return count === undefined ? [] : [{ kind: "task", task: count }];
}

/**
 * The person holds goods of a bin that has none by the books. They exist, so the books are corrected in the same breath,
 * the order gets them, and both bins are counted.
 */
export function pickFound(d: Deciding, { taskId, qty, binId }: CommandOf<"pick-found">): Decided {
  const task = ownTask(d, taskId, ["pick"]);
  const held = promiseOf(d, task);
  theBin(d, binId);
  ensureNotMore(task, qty);
  const { sku, lot, account } = held.line;
  if (d.zone.item(sku)?.tracksSerials === true) throw rejected("serialsNeeded", { sku });
  if (account === binAccount(binId)) throw rejected("nothingToDo");
  const place = placeIn(binId, "", "available");
  const out: Change = {
    kind: "moved",
    movement: { sku, lot, qty, from: place, to: placeIn(task.toBin ?? "", "", "available"), reason: "picked", serials: [], taskId },
  };
  return {
    changes: [
      ...corrected(d, binId, { sku, lot, plate: "", status: "available", delta: qty, reason: "found", taskId }),
      out,
      ...promiseFollows(d, task, held, qty),
      progress(d, task, qty),
      ...begun(d, task),
      ...counted(d, binId),
      ...counted(d, account.slice(4)),
    ],
    result: { left: task.qty - task.doneQty - qty, found: qty },
  };
}

function promiseOf({ zone, nowMs }: Deciding, task: Task): Reservation {
  const reservation = task.reservationId === null ? undefined : zone.reservation(task.reservationId);
  if (reservation === undefined || reservation.state !== "held" || task.toBin === null) throw conflict("notReserved", { taskId: task.id });
  const expiresAt = zone.lot(reservation.line.sku, reservation.line.lot)?.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= nowMs) throw conflict("lotExpired", { lot: reservation.line.lot });
  return reservation;
}

function ensureNotMore(task: Task, qty: number): void {
  const left = task.qty - task.doneQty;
  if (qty > left) throw conflict("moreThanAsked", { asked: qty, left });
}

type TakenOut = { from: LineKey; qty: number; serials: readonly string[]; ofReserved: number };

function outOf(d: Deciding, task: Task, { from: { sku, lot, account, plate, status }, ...rest }: TakenOut): Change[] {
  const to = placeIn(task.toBin ?? "", "", status);
  return moved(d, { goods: { sku, lot }, from: { account, plate, status }, to, reason: "picked", taskId: task.id, ...rest });
}

/** The promise travels with the goods: at the staging bin they are still promised to the same order. */
function promiseFollows(d: Deciding, task: Task, held: Reservation, qty: number): Change[] {
  const { sku, lot, status } = held.line;
  const line: LineKey = { sku, lot, ...placeIn(task.toBin ?? "", "", status) };
  const picked: Reservation = { ...held, line, qty, state: "picked", expiresAt: null };
  if (qty === held.qty) return [{ kind: "reservation", reservation: picked }];
  // What stays promised in the bin keeps its name; what was taken out gets one of its own.
  return [
    { kind: "reservation", reservation: { ...held, qty: held.qty - qty } },
    { kind: "reservation", reservation: { ...picked, id: d.nextId("rsv") } },
  ];
}

function progress(d: Deciding, task: Task, qty: number, isOverNow = false): Change {
  const doneQty = task.doneQty + qty;
  if (doneQty >= task.qty || isOverNow)
    return taskChange(task, { ...begunBy(d, task), state: "done", doneQty, claimedBy: null, leaseUntil: null });
  const { id, name } = d.actor;
  return taskChange(task, {
    ...begunBy(d, task),
    state: "claimed",
    doneQty,
    leaseUntil: d.nowMs + d.settings.leaseMs,
    claimedBy: task.claimedBy ?? {
      id,
      name,
      atMs: d.nowMs,
    },
  });
}
