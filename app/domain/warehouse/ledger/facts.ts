import type { BinKind } from "../bin.ts";

/** Where stock is. Only bins are places; the others are the far ends of what comes, goes and is corrected. */
export type Account = `bin:${string}` | `transit:${string}` | "supplier" | "customer" | "adjustment" | "scrap";

export const stockStatuses = ["available", "hold", "damaged"] as const;
export type StockStatus = (typeof stockStatuses)[number];

/** What becomes of goods that came back, once somebody has looked at them. */
export const inspectionOutcomes = ["restock", "quarantine", "damaged", "scrap"] as const;

/** Kinds of bins that orders are picked from. */
export const pickedFrom: ReadonlySet<BinKind> = new Set<BinKind>(["pick", "bulk"]);

export type Bin = {
  id: string;
  code: string;
  kind: BinKind;
  /** Empty where nobody said. */
  aisle: string;
  /** Place on the zone's floor plan. */
  xMm: number;
  yMm: number;
  /** In base units of whatever lies there; null when nobody has said. */
  capacityUnits: number | null;
  /** The order in which bins are walked, and preferred among equals. */
  rank: number;
  isBlocked: boolean;
  /** Grows with whatever changes in the bin: what was decided on an older one is decided again. */
  version: number;
};

/** What the floor has to know of a SKU to name it and to ask for the right scans. */
export type Item = { sku: string; code: string; title: string; gtin: string | null; tracksLots: boolean; tracksSerials: boolean };

export type Lot = { sku: string; lot: string; expiresAt: number | null; receivedAt: number };

/** `lot` and `plate` are empty where there is none. */
export type LineKey = { account: Account; sku: string; lot: string; plate: string; status: StockStatus };

/** `reserved` is what active reservations hold of it; a checker compares them. */
export type Line = LineKey & { qty: number; reserved: number };

export type Movement = {
  sku: string;
  lot: string;
  qty: number;
  from: Omit<LineKey, "sku" | "lot">;
  to: Omit<LineKey, "sku" | "lot">;
  reason: MovementReason;
  serials: readonly string[];
  taskId: string | null;
};

export const movementReasons = [
  ...(["received", "returned", "put-away", "moved", "replenished", "picked", "shipped", "status", "inspected", "transfer"] as const),
  ...(["found", "lost", "damaged", "correction", "counted"] as const),
] as const;
export type MovementReason = (typeof movementReasons)[number];

/** held: the goods still lie in their bin; picked: they wait at a staging bin; the last two are over. */
export type ReservationState = "held" | "picked" | "shipped" | "released";
export type Reservation = {
  id: string;
  demandLine: string;
  /** Whose promise came first. */
  rank: number;
  line: LineKey;
  qty: number;
  state: ReservationState;
  expiresAt: number | null;
  /** The numbers that left with it, where its goods have some: what comes back is held against them. */
  serials?: readonly string[];
};

export const taskKinds = ["put-away", "replenish", "move", "pick", "count", "approve"] as const;
export type TaskKind = (typeof taskKinds)[number];
export const taskStates = ["open", "claimed", "done", "cancelled"] as const;

/** What somebody wants to correct and may not without a second pair of eyes. */
export type Correction = { sku: string; lot: string; plate: string; status: StockStatus; delta: number; reason: MovementReason };

export type Task = {
  id: string;
  kind: TaskKind;
  state: (typeof taskStates)[number];
  /** The larger the sooner; among equals as `inOfferedOrder` says. */
  priority: number;
  sku: string | null;
  lot: string;
  plate: string;
  qty: number;
  doneQty: number;
  fromBin: string | null;
  toBin: string | null;
  reservationId: string | null;
  wave: string | null;
  /** What one person walks in one go, and which stop of that walk this is, from 1. */
  batch: string | null;
  walk: number | null;
  /** Who began the batch: others are offered it last, and may still help. */
  picker: { id: string; name: string } | null;
  corrections: Correction[];
  /** Who found what is to be corrected. */
  askedBy?: { id: string; name: string };
  claimedBy: { id: string; name: string; atMs: number } | null;
  leaseUntil: number | null;
  createdAt: number;
  version: number;
};

/** A pallet, tote or box with a name: it stands in a bin or in another plate, and what moves it moves what is in it. */
export type Plate = { id: string; parent: string | null; account: Account };

/** Goods on their way to a bin of another zone. */
export type Transfer = {
  id: string;
  toZone: string;
  toBin: string;
  sku: string;
  lot: string;
  qty: number;
  serials: string[];
  state: "sent" | "arrived";
};

/** What another zone has to hear of; told at least once, after it is durable. */
export type Message =
  | { kind: "transfer-sent"; transfer: Transfer; item: Item; expiresAt: number | null }
  | { kind: "transfer-arrived"; transferId: string; fromZone: string };

/** One fact that a command brought about. All of a command's changes are written together or not at all. */
export type Change =
  | { kind: "moved"; movement: Movement }
  | { kind: "bin"; bin: Omit<Bin, "version"> }
  | { kind: "bin-removed"; id: string }
  | { kind: "item"; item: Item }
  | { kind: "lot"; lot: Lot }
  | { kind: "plate"; plate: Plate }
  | { kind: "reservation"; reservation: Reservation }
  | { kind: "task"; task: Omit<Task, "version"> }
  | { kind: "transfer"; transfer: Transfer }
  | { kind: "document"; line: string }
  | { kind: "tell"; message: Message };

export function binAccount(id: string): Account {
  return `bin:${id}`;
}

export function binOf(account: Account): string | undefined {
  return account.startsWith("bin:") ? account.slice(4) : undefined;
}

export function freeOf(line: Line): number {
  return line.qty - line.reserved;
}
