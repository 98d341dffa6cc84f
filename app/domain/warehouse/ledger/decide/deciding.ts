import {
  type Account,
  type Bin,
  binAccount,
  type Change,
  freeOf,
  type Line,
  type LineKey,
  type MovementReason,
  type Task,
} from "../facts.ts";
import type { FloorRight } from "../authority.ts";
import type { ZoneReader } from "../store.ts";

/** Who commands, as the edge knows it. */
export type FloorActor = { id: string; name: string; right: FloorRight | null };

export type ZoneSettings = {
  zoneId: string;
  /** A claim that is not used is given back. */
  leaseMs: number;
  /** Corrections of more units than this wait for a manager. */
  correctionLimit: number;
};

export type Deciding = {
  zone: ZoneReader;
  actor: FloorActor;
  nowMs: number;
  nextId: (prefix: string) => string;
  settings: ZoneSettings;
  /** Numbers of the command's SKU that come in and lie in another zone, as far as anybody knows. */
  elsewhere: ReadonlySet<string>;
};

/** `result` goes back to who asked. */
export type Decided = { changes: Change[]; result?: Readonly<Record<string, unknown>> };

/**
 * conflict: it was right when it was decided, and is no longer; `facts` say what is true now.
 * rejected: it would be wrong at any time, or is not this actor's to do.
 */
export class Refusal extends Error {
  override name = "Refusal";
  readonly kind: "conflict" | "rejected";
  readonly reason: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(kind: "conflict" | "rejected", reason: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.facts = facts;
  }
}

export function mayManage({ actor }: Deciding): boolean {
  return actor.right === "manage" || actor.right === "system";
}

export function conflict(reason: string, facts?: Readonly<Record<string, unknown>>): Refusal {
  return new Refusal("conflict", reason, facts);
}

export function rejected(reason: string, facts?: Readonly<Record<string, unknown>>): Refusal {
  return new Refusal("rejected", reason, facts);
}

export function theBin({ zone }: Deciding, id: string): Bin {
  const bin = zone.bin(id);
  if (bin === undefined) throw rejected("binUnknown", { binId: id });
  return bin;
}

export function theTask({ zone }: Deciding, id: string): Task {
  const task = zone.task(id);
  if (task === undefined) throw rejected("taskUnknown", { taskId: id });
  return task;
}

/** A task as a change; its version grows where it is written. */
export function taskChange(task: Task, change: Partial<Task> = {}): Change {
  const { version: _version, ...rest } = { ...task, ...change };
  return { kind: "task", task: rest };
}

export type Place = Omit<LineKey, "sku" | "lot">;

export function placeIn(binId: string, plate: string, status: LineKey["status"]): Place {
  return { account: binAccount(binId), plate, status };
}

type Moved = {
  goods: Pick<LineKey, "sku" | "lot">;
  qty: number;
  from: Place;
  to: Place;
  reason: MovementReason;
  serials?: readonly string[];
  taskId?: string | null;
  /** Units that a reservation holds and that this movement takes along. */
  ofReserved?: number;
};

/** A movement, if it is allowed: there is enough that nobody else was promised, and the place it goes to takes it. */
export function moved(d: Deciding, { goods, qty, from, to, reason, serials = [], taskId = null, ofReserved = 0 }: Moved): Change[] {
  ensureEnough(d, { ...goods, ...from }, qty, ofReserved);
  ensureSerials(d, { ...goods, ...from }, qty, serials);
  if (from.account !== to.account && !isCorrection(reason)) ensureTakes(d, to.account, qty);
  if (to.plate !== "") ensurePlateThere(d, to.plate, to.account);
  return [...plateBegins(d, to), { kind: "moved", movement: { ...goods, qty, from, to, reason, serials, taskId } }];
}

/** The floor is right: what is found somewhere is there, however full the books say it is. */
function isCorrection(reason: MovementReason): boolean {
  return reason === "found" || reason === "counted" || reason === "correction";
}

function ensureEnough({ zone }: Deciding, key: LineKey, qty: number, ofReserved: number): void {
  if (!key.account.startsWith("bin:")) return;
  const line = zone.line(key);
  const there = line?.qty ?? 0;
  if (there < qty) throw conflict("notEnough", { asked: qty, there, binId: key.account.slice(4) });
  const free = line === undefined ? 0 : freeOf(line) + ofReserved;
  if (free < qty) throw conflict("promised", { asked: qty, free, there, binId: key.account.slice(4) });
}

function ensureSerials({ zone, elsewhere }: Deciding, from: LineKey, qty: number, serials: readonly string[]): void {
  const { sku } = from;
  if (zone.item(sku)?.tracksSerials !== true) {
    if (serials.length > 0) throw rejected("serialsUnknown", { sku });
    return;
  }
  if (serials.length !== qty || new Set(serials).size !== qty) throw rejected("serialsNeeded", { sku, needed: qty });
  const isInside = from.account.startsWith("bin:");
  for (const serial of serials) {
    const at = zone.serialAt(sku, serial);
    const isThere = isInside ? at !== undefined && isSameLine(at, from) : at === undefined || !at.account.startsWith("bin:");
    if (!isThere) throw conflict("serialElsewhere", { sku, serial, at: at?.account ?? null });
    if (elsewhere.has(serial)) throw conflict("serialOtherZone", { sku, serial });
  }
}

function ensureTakes(d: Deciding, account: Account, qty: number): void {
  if (!account.startsWith("bin:")) return;
  const bin = theBin(d, account.slice(4));
  if (bin.isBlocked) throw conflict("binBlocked", { binId: bin.id });
  if (bin.capacityUnits === null) return;
  const there = d.zone.linesInBin(bin.id).reduce((sum, line) => sum + line.qty, 0);
  if (there + qty > bin.capacityUnits) throw conflict("binFull", { binId: bin.id, there, capacity: bin.capacityUnits });
}

function ensurePlateThere({ zone }: Deciding, id: string, account: Account): void {
  const plate = zone.plate(id);
  if (plate !== undefined && plate.account !== account) throw conflict("plateElsewhere", { plate: id, at: plate.account });
}

/** A plate that nobody has used yet begins where it is first used. */
function plateBegins({ zone }: Deciding, { plate, account }: Place): Change[] {
  return plate === "" || zone.plate(plate) !== undefined ? [] : [{ kind: "plate", plate: { id: plate, parent: null, account } }];
}

/** Of one SKU. */
export function isSameLine(one: LineKey, other: LineKey): boolean {
  return one.account === other.account && one.lot === other.lot && one.plate === other.plate && one.status === other.status;
}

export function keyOf({ account, sku, lot, plate, status }: Line): LineKey {
  return { account, sku, lot, plate, status };
}
