import type { BinKind } from "../bin.ts";
import type { Bin, Item, Line, LineKey, Lot, Movement, Message, Plate, Reservation, Task, Transfer } from "./facts.ts";
import type { Reply } from "./reply.ts";

/** What a decision may look at. Every answer is as of now, and nothing else writes while a command is decided. */
export type ZoneReader = {
  bin(id: string): Bin | undefined;
  /** The first in walking order of these kinds that is not blocked. */
  firstBin(kinds: readonly BinKind[]): Bin | undefined;
  item(sku: string): Item | undefined;
  lot(sku: string, lot: string): Lot | undefined;
  line(key: LineKey): Line | undefined;
  linesInBin(binId: string): Line[];
  /** In bins only. */
  linesOfSku(sku: string): Line[];
  linesOnPlate(plate: string): Line[];
  plate(id: string): Plate | undefined;
  platesIn(parent: string): Plate[];
  /** The line a serial number is part of; outside of bins its account is where it left to. */
  serialAt(sku: string, serial: string): LineKey | undefined;
  serialsOn(key: LineKey): string[];
  reservation(id: string): Reservation | undefined;
  reservationsOf(demandLine: string): Reservation[];
  /** Those that still hold stock of this line. */
  reservationsOn(key: LineKey): Reservation[];
  reservationsEndedBy(nowMs: number): Reservation[];
  task(id: string): Task | undefined;
  /** Open or claimed ones that begin or end there. */
  tasksAt(binId: string): Task[];
  tasksOf(reservationId: string): Task[];
  /** Open or claimed ones. */
  tasksOfBatch(batch: string): Task[];
  leasesEndedBy(nowMs: number): Task[];
  hasDocument(line: string): boolean;
  transfer(id: string): Transfer | undefined;
};

/** Plain writes; which of them belong together is not the store's business. */
export type ZoneWriter = {
  /** A line without stock and reservation is no line. */
  putLine(line: Line): void;
  putBin(bin: Bin): void;
  removeBin(id: string): void;
  putItem(item: Item): void;
  putLot(lot: Lot): void;
  putPlate(plate: Plate): void;
  putSerial(serial: string, key: LineKey): void;
  putReservation(reservation: Reservation): void;
  putTask(task: Task): void;
  putTransfer(transfer: Transfer): void;
  putDocument(line: string): void;
  addMovement(movement: Movement, stamp: Stamp): void;
  addMessage(message: Message, stamp: Stamp): void;
};

/** Who did it and when, as the room knows it. */
export type Stamp = { seq: number; commandId: string; actorId: string; device: string | null; clientTimeMs: number | null; atMs: number };

export type ZoneStore = ZoneReader &
  ZoneWriter & {
    lastSeq(): number;
    reply(commandId: string): { hash: string; reply: Reply } | undefined;
    keepReply(commandId: string, kept: { hash: string; reply: Reply; atMs: number }): void;
    addEvent(event: Omit<Stamp, "clientTimeMs"> & { touched: Touched }): void;
    /** All writes of `run` or none. */
    together<Result>(run: () => Result): Result;
  };

/** What an event changed, by name: whoever follows reads these again, as of that event. */
export type Touched = {
  bins: string[];
  tasks: string[];
  skus: string[];
  /** Demand lines whose promises changed: followers do not see them, the rest of the product does. */
  demands?: string[];
};
