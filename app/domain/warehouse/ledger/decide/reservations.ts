import type { CommandOf } from "../commands.ts";
import { type Change, freeOf, type Line, type LineKey, pickedFrom, type Reservation } from "../facts.ts";
import { conflict, type Decided, type Deciding, isSameLine, keyOf, moved, rejected, taskChange } from "./deciding.ts";
import { isOver } from "./tasks.ts";

/**
 * Brings what a demand line is promised up to `qty`, so that asking twice promises once. What expires first goes first,
 * then what came first, then the bin that is walked first.
 */
export function reserve(d: Deciding, command: CommandOf<"reserve">): Decided {
  const { demandLine, sku, qty, rank, takeLess, expiresAt } = command;
  if (d.zone.item(sku) === undefined) throw rejected("skuUnknown", { sku });
  const before = d.zone.reservationsOf(demandLine).filter(({ state }) => state !== "released");
  if (before.some(({ line }) => line.sku !== sku)) throw rejected("demandOther", { demandLine });
  const missing = Math.max(0, qty - before.reduce((sum, one) => sum + one.qty, 0));
  if (missing === 0) return { changes: [], result: { reserved: qty, short: 0, allocations: [] } };
  const made = allocate(d, sku, missing).map((part): Reservation => ({
    id: d.nextId("rsv"),
    demandLine,
    rank,
    line: keyOf(part.line),
    qty: part.qty,
    state: "held",
    expiresAt,
  }));
  const left = missing - made.reduce((sum, one) => sum + one.qty, 0);
  if (made.length === 0 || (left > 0 && !takeLess)) throw conflict("notEnough", { asked: qty, there: qty - left });
  return {
    changes: made.map((reservation) => ({ kind: "reservation", reservation })),
    result: { reserved: qty - left, short: left, allocations: made.map(({ id, line, qty: part }) => ({ id, ...line, qty: part })) },
  };
}

/** Which stock a wish gets, in the order in which stock has to leave. */
export function allocate(d: Deciding, sku: string, qty: number, except?: LineKey): { line: Line; qty: number }[] {
  const parts: { line: Line; qty: number }[] = [];
  let left = qty;
  for (const line of inOrder(d, sellable(d, sku))) {
    if (left === 0) break;
    if (except !== undefined && isSameLine(line, except)) continue;
    const taken = Math.min(left, freeOf(line));
    parts.push({ line, qty: taken });
    left -= taken;
  }
  return parts;
}

/** The one place that says what may be promised: free, in order, not expired, in a bin that orders are picked from. */
function sellable(d: Deciding, sku: string): Line[] {
  return d.zone.linesOfSku(sku).filter((line) => {
    if (line.status !== "available" || freeOf(line) <= 0) return false;
    const bin = d.zone.bin(line.account.slice(4));
    if (bin === undefined || bin.isBlocked || !pickedFrom.has(bin.kind)) return false;
    const expiresAt = d.zone.lot(sku, line.lot)?.expiresAt ?? null;
    return expiresAt === null || expiresAt > d.nowMs;
  });
}

function inOrder({ zone }: Deciding, lines: readonly Line[]): Line[] {
  const rankOf = (line: Line) => {
    const lot = zone.lot(line.sku, line.lot);
    return [lot?.expiresAt ?? Number.MAX_SAFE_INTEGER, lot?.receivedAt ?? 0, zone.bin(line.account.slice(4))?.rank ?? 0] as const;
  };
  return lines
    .map((line) => ({ line, rank: rankOf(line) }))
    .toSorted(
      (a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2] || (placeOf(a.line) < placeOf(b.line) ? -1 : 1),
    )
    .map(({ line }) => line);
}

const placeOf = ({ account, lot, plate }: Line) => `${account} ${lot} ${plate}`;

/** Gives the stock of a demand line back. What is picked already stays where it is, promised to nobody. */
export function release(d: Deciding, { demandLine }: CommandOf<"release">): Decided {
  const active = d.zone.reservationsOf(demandLine).filter(({ state }) => state === "held" || state === "picked");
  if (active.length === 0) throw conflict("notReserved", { demandLine });
  return { changes: active.flatMap((one) => released(d, one)) };
}

export function released(d: Deciding, reservation: Reservation): Change[] {
  const tasks = d.zone.tasksOf(reservation.id).filter((task) => !isOver(task));
  return [
    { kind: "reservation", reservation: { ...reservation, state: "released" } },
    ...tasks.map((task) => taskChange(task, { state: "cancelled", claimedBy: null, leaseUntil: null })),
  ];
}

/**
 * The books are about to lose what is promised: the youngest promises give way. `remaining` is what the line will hold.
 */
export function giveWay(d: Deciding, line: Line, remaining: number): { changes: Change[]; units: number } {
  let excess = Math.max(0, line.reserved - remaining);
  const units = excess;
  const changes: Change[] = [];
  for (const one of d.zone.reservationsOn(keyOf(line)).toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? 1 : -1))) {
    if (excess === 0) break;
    const lost = Math.min(excess, one.qty);
    excess -= lost;
    changes.push(...(lost === one.qty ? released(d, one) : shrunk(d, one, lost)));
  }
  return { changes, units };
}

function shrunk(d: Deciding, reservation: Reservation, by: number): Change[] {
  const tasks = d.zone.tasksOf(reservation.id).filter((task) => !isOver(task));
  return [
    { kind: "reservation", reservation: { ...reservation, qty: reservation.qty - by } },
    ...tasks.map((task) => taskChange(task, { qty: task.qty - by })),
  ];
}

/** What was picked for a demand line leaves the house. */
export function ship(d: Deciding, { demandLine }: CommandOf<"ship">): Decided {
  const all = d.zone.reservationsOf(demandLine);
  const picked = all.filter(({ state }) => state === "picked");
  if (all.some(({ state }) => state === "held")) throw conflict("notPicked", { demandLine });
  if (picked.length === 0) throw conflict("notReserved", { demandLine });
  const gone = new Set<string>();
  const changes = picked.flatMap((one): Change[] => {
    const { sku, lot, account, plate, status } = one.line;
    const from = { account, plate, status };
    // Two parts of an order may stand at one place: each number leaves once.
    const there = d.zone.item(sku)?.tracksSerials === true ? d.zone.serialsOn(one.line).filter((serial) => !gone.has(serial)) : [];
    const serials = there.slice(0, one.qty);
    for (const serial of serials) gone.add(serial);
    const to = { account: "customer" as const, plate: "", status };
    return [
      ...moved(d, { goods: { sku, lot }, qty: one.qty, from, to, reason: "shipped", serials, ofReserved: one.qty }),
      { kind: "reservation", reservation: { ...one, state: "shipped", ...(serials.length === 0 ? {} : { serials }) } },
    ];
  });
  return { changes };
}
