import { isActive } from "../apply.ts";
import {
  type Bin,
  binAccount,
  binOf,
  type Item,
  type Line,
  type LineKey,
  type Lot,
  type Message,
  type Movement,
  type Plate,
  type Reservation,
  type Task,
  type Transfer,
} from "../facts.ts";
import type { Reply } from "../reply.ts";
import type { Stamp, Touched, ZoneStore } from "../store.ts";

type Event = { seq: number; commandId: string; atMs: number; touched: Touched };

export type MemoryState = {
  bins: Map<string, Bin>;
  items: Map<string, Item>;
  lots: Map<string, Lot>;
  lines: Map<string, Line>;
  plates: Map<string, Plate>;
  serials: Map<string, { serial: string; key: LineKey }>;
  reservations: Map<string, Reservation>;
  tasks: Map<string, Task>;
  transfers: Map<string, Transfer>;
  documents: Set<string>;
  movements: (Movement & { seq: number; atMs: number })[];
  messages: { message: Message; seq: number }[];
  replies: Map<string, { hash: string; reply: Reply; atMs: number }>;
  events: Event[];
};

function emptyState(): MemoryState {
  return {
    bins: new Map(),
    items: new Map(),
    lots: new Map(),
    lines: new Map(),
    plates: new Map(),
    serials: new Map(),
    reservations: new Map(),
    tasks: new Map(),
    transfers: new Map(),
    replies: new Map(),
    documents: new Set(),
    movements: [],
    messages: [],
    events: [],
  };
}

export type MemoryZone = ZoneStore & { state: MemoryState };

const lineName = ({ account, sku, lot, plate, status }: LineKey) => JSON.stringify([account, sku, lot, plate, status]);
const pair = (...parts: string[]) => JSON.stringify(parts);

/** A zone in memory: what the room's database does, without one. It takes nothing back, so a throw ends its use. */
export function memoryZone(): MemoryZone {
  const state = emptyState();
  return { ...readerOf(state), ...writerOf(state), state };
}

type Writing = `put${string}` | `add${string}` | "removeBin" | "keepReply" | "together";

function readerOf(state: MemoryState): Omit<ZoneStore, Writing> {
  const all = <Value>(values: Iterable<Value>, wanted: (value: Value) => boolean) => [...values].filter(wanted);
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const isOpen = ({ state }: Task) => state === "open" || state === "claimed";
  return {
    bin: (id) => state.bins.get(id),
    firstBin: (kinds) =>
      [...state.bins.values()]
        .filter(({ kind, isBlocked }) => kinds.includes(kind) && !isBlocked)
        .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))[0],
    item: (sku) => state.items.get(sku),
    lot: (sku, lot) => state.lots.get(pair(sku, lot)),
    line: (key) => state.lines.get(lineName(key)),
    linesInBin: (binId) => all(state.lines.values(), ({ account }) => account === binAccount(binId)),
    linesOfSku: (sku) => all(state.lines.values(), (line) => line.sku === sku && binOf(line.account) !== undefined),
    linesOnPlate: (plate) => all(state.lines.values(), (line) => line.plate === plate && binOf(line.account) !== undefined),
    plate: (id) => state.plates.get(id),
    platesIn: (parent) => all(state.plates.values(), (plate) => plate.parent === parent),
    serialAt: (sku, serial) => state.serials.get(pair(sku, serial))?.key,
    serialsOn: (key) =>
      all(state.serials.values(), (one) => lineName(one.key) === lineName(key))
        .map(({ serial }) => serial)
        .toSorted(),
    reservation: (id) => state.reservations.get(id),
    reservationsOf: (demandLine) => all(state.reservations.values(), (one) => one.demandLine === demandLine).toSorted(byId),
    reservationsOn: (key) =>
      all(state.reservations.values(), (one) => isActive(one) && lineName(one.line) === lineName(key)).toSorted(byId),
    reservationsEndedBy: (nowMs) =>
      all(state.reservations.values(), (one) => one.state === "held" && one.expiresAt !== null && one.expiresAt <= nowMs).toSorted(byId),
    task: (id) => state.tasks.get(id),
    tasksAt: (binId) =>
      all(state.tasks.values(), (task) => isOpen(task) && (task.fromBin === binId || task.toBin === binId)).toSorted(byId),
    tasksOf: (id) => all(state.tasks.values(), (task) => task.reservationId === id).toSorted(byId),
    tasksOfBatch: (batch) => all(state.tasks.values(), (task) => isOpen(task) && task.batch === batch).toSorted(byId),
    leasesEndedBy: (nowMs) =>
      all(state.tasks.values(), (task) => task.state === "claimed" && (task.leaseUntil ?? nowMs) <= nowMs).toSorted(byId),
    hasDocument: (line) => state.documents.has(line),
    transfer: (id) => state.transfers.get(id),
    lastSeq: () => state.events.at(-1)?.seq ?? 0,
    reply: (id) => state.replies.get(id),
  };
}

function writerOf(state: MemoryState): Pick<ZoneStore, Writing & keyof ZoneStore> {
  return {
    putLine: (line) => {
      if (line.qty === 0 && line.reserved === 0) state.lines.delete(lineName(line));
      else state.lines.set(lineName(line), line);
    },
    putBin: (bin) => void state.bins.set(bin.id, bin),
    removeBin: (id) => void state.bins.delete(id),
    putItem: (item) => void state.items.set(item.sku, item),
    putLot: (lot) => void state.lots.set(pair(lot.sku, lot.lot), lot),
    putPlate: (plate) => void state.plates.set(plate.id, plate),
    putSerial: (serial, key) => void state.serials.set(pair(key.sku, serial), { serial, key }),
    putReservation: (reservation) => void state.reservations.set(reservation.id, reservation),
    putTask: (task) => void state.tasks.set(task.id, task),
    putTransfer: (transfer) => void state.transfers.set(transfer.id, transfer),
    putDocument: (line) => void state.documents.add(line),
    addMovement: (movement, { seq, atMs }: Stamp) => void state.movements.push({ ...movement, seq, atMs }),
    addMessage: (message, { seq }: Stamp) => void state.messages.push({ message, seq }),
    keepReply: (id, kept) => void state.replies.set(id, kept),
    addEvent: (event) => void state.events.push(event),
    together: (run) => run(),
  };
}
