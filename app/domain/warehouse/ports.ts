import type { Drift } from "./ledger/check-zone.ts";
import type { FloorActor } from "./ledger/decide/deciding.ts";
import type { Bin, Correction, Item, Line, MovementReason, Task } from "./ledger/facts.ts";
import type { Reply } from "./ledger/reply.ts";
import type { Period, ZoneMetrics } from "./monitoring/zone-metrics.ts";

/** What of a SKU lies in a zone, in base units. */
export type ZoneTotals = { sku: string; onHand: number; reserved: number; onHold: number; damaged: number; inTransit: number };

/** How far a zone is with what it promised a demand line, in base units: held in bins, picked to a staging bin, gone. */
export type DemandStanding = { demandLine: string; held: number; picked: number; shipped: number; left: LeftGoods[] };

/** What left for a demand line, lot by lot, with its numbers where it has some. */
export type LeftGoods = { lot: string; qty: number; serials: string[] };

/** What a zone gained of a SKU or lost of it; `id` is the movement's own in that zone. */
export type ZoneMove = { id: number; at: number; sku: string; reason: MovementReason; delta: number };

/** What somebody took out of a bin for a demand line. */
export type ZonePick = {
  demandLine: string;
  at: number;
  actorId: string;
  product: string;
  title: string;
  lot: string;
  qty: number;
  bin: string;
};

export type SerialName = { sku: string; serial: string };
/** Where a zone has a number; null where it left the zone again. */
export type SerialPlace = SerialName & { binId: string | null };

/** Without a day where its lot has none. */
export type ZoneLine = Omit<Line, "account"> & { expiresAt?: number | undefined };
export type ZoneBin = Bin & { lines: ZoneLine[] };
export type ZoneTask = Omit<Task, "reservationId" | "corrections" | "leaseUntil" | "askedBy">;
export type ZoneItem = Item;

/** All of a zone at one of its events. */
export type ZoneSnapshot = {
  cursor: { epoch: string; seq: number };
  part: { bins: ZoneBin[]; tasks: ZoneTask[]; items: ZoneItem[]; goneBins: string[]; goneTasks: string[] };
};

/** What stands on a plate, and where the plate stands: `plates` are those in it, `binId` is null once it left the house. */
export type ZonePlate = {
  id: string;
  parent: string | null;
  binId: string | null;
  plates: string[];
  goods: { sku: string; lot: string; qty: number }[];
};

/** A correction that waits, and what the books say of the same goods by now. */
export type ZoneApproval = {
  taskId: string;
  binId: string;
  askedBy: string | null;
  createdAt: number;
  corrections: (Omit<Correction, "reason"> & { reason: string; onBooks: number })[];
};

/** Where a workspace's floor keeps what it no longer carries with it. Keys start with the workspace's id. */
export type FloorArchive = {
  /** Durable once it has come to its end; the same key again replaces what is there. */
  put(key: string, text: string): Promise<void>;
  read(key: string): Promise<string | undefined>;
  /** All keys that begin like this, in order. */
  list(prefix: string): Promise<string[]>;
};

export type ZoneKey = { workspaceId: string; zoneId: string };

/** The rooms that own the stock. Only a zone that the caller's workspace has may be asked for. */
export type ZoneRooms = {
  command(
    zone: ZoneKey,
    asked: { envelope: unknown; actor: FloorActor; device: string | null },
  ): Promise<{ reply: Reply; isDuplicate: boolean }>;
  snapshot(zone: ZoneKey): Promise<ZoneSnapshot>;
  /** Undefined for one that was never used here. */
  plate(zone: ZoneKey, plate: string): Promise<ZonePlate | undefined>;
  approvals(zone: ZoneKey): Promise<ZoneApproval[]>;
  check(zone: ZoneKey): Promise<Drift[]>;
  totals(zone: ZoneKey): Promise<ZoneTotals[]>;
  demands(zone: ZoneKey, demandLines: readonly string[]): Promise<DemandStanding[]>;
  /** Where it has these numbers; those it never had are left out. */
  serials(zone: ZoneKey, serials: readonly SerialName[]): Promise<SerialPlace[]>;
  moves(zone: ZoneKey, asked: { skus: readonly string[]; beforeMs: number; limit: number }): Promise<ZoneMove[]>;
  /** What was picked for these since then, the first first. */
  picks(zone: ZoneKey, asked: { demandLines: readonly string[]; sinceMs: number }): Promise<ZonePick[]>;
  /** What was done in a period, and what waits now. */
  metrics(zone: ZoneKey, period: Period): Promise<ZoneMetrics>;
};
