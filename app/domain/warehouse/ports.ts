import type { Drift } from "./ledger/check-zone.ts";
import type { FloorActor } from "./ledger/decide/deciding.ts";
import type { Reply } from "./ledger/reply.ts";

/** What of a SKU lies in a zone, in base units. */
export type ZoneTotals = { sku: string; onHand: number; reserved: number; onHold: number; damaged: number; inTransit: number };

type ZoneLine = { sku: string; lot: string; plate: string; status: string; qty: number; reserved: number };

export type ZoneBin = {
  id: string;
  code: string;
  kind: string;
  aisle: string;
  xMm: number;
  yMm: number;
  rank: number;
  capacityUnits: number | null;
  isBlocked: boolean;
  version: number;
  lines: ZoneLine[];
};

export type ZoneTask = {
  id: string;
  kind: string;
  state: string;
  priority: number;
  sku: string | null;
  lot: string;
  plate: string;
  qty: number;
  doneQty: number;
  fromBin: string | null;
  toBin: string | null;
  wave: string | null;
  claimedBy: { id: string; name: string; atMs: number } | null;
  createdAt: number;
  version: number;
};

export type ZoneItem = { sku: string; code: string; title: string };

/** All of a zone at one of its events. */
export type ZoneSnapshot = {
  cursor: { epoch: string; seq: number };
  part: { bins: ZoneBin[]; tasks: ZoneTask[]; items: ZoneItem[]; goneBins: string[]; goneTasks: string[] };
};

export type ZoneKey = { workspaceId: string; zoneId: string };

/** The rooms that own the stock. Only a zone that the caller's workspace has may be asked for. */
export type ZoneRooms = {
  command(
    zone: ZoneKey,
    asked: { envelope: unknown; actor: FloorActor; device: string | null },
  ): Promise<{ reply: Reply; isDuplicate: boolean }>;
  snapshot(zone: ZoneKey): Promise<ZoneSnapshot>;
  check(zone: ZoneKey): Promise<Drift[]>;
  totals(zone: ZoneKey): Promise<ZoneTotals[]>;
};
