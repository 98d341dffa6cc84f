import type { CommandOf } from "../commands.ts";
import type { Change, Transfer } from "../facts.ts";
import { conflict, type Decided, type Deciding, moved, placeIn, rejected } from "./deciding.ts";

/** Leaves for another zone: until that one has it, it is in transit, counted here and nowhere else. */
export function send(d: Deciding, command: CommandOf<"send">): Decided {
  const { transferId, toZone, toBin, sku, lot, plate, status, fromBin, qty, serials } = command;
  if (toZone === d.settings.zoneId) throw rejected("nothingToDo");
  if (d.zone.transfer(transferId) !== undefined) throw conflict("transferKnown", { transferId });
  const transfer: Transfer = { id: transferId, toZone, toBin, sku, lot, qty, serials, state: "sent" };
  const to = { account: `transit:${toZone}` as const, plate: "", status };
  if (status !== "available") throw rejected("nothingToDo");
  const item = d.zone.item(sku);
  if (item === undefined) throw rejected("skuUnknown", { sku });
  const expiresAt = d.zone.lot(sku, lot)?.expiresAt ?? null;
  return {
    changes: [
      ...moved(d, { goods: { sku, lot }, qty, from: placeIn(fromBin, plate, status), to, reason: "transfer", serials }),
      { kind: "transfer", transfer },
      { kind: "tell", message: { kind: "transfer-sent", transfer, item, expiresAt } },
    ],
  };
}

/** The other end. The transfer's id is the document: told twice, it arrives once. */
export function takeIn(d: Deciding, command: CommandOf<"take-in">): Decided {
  const { transferId, fromZone, toBin, item, sku, lot, qty, serials, expiresAt } = command;
  const message: Change = { kind: "tell", message: { kind: "transfer-arrived", transferId, fromZone } };
  if (d.zone.hasDocument(transferId)) return { changes: [message], result: { again: true } };
  if (item.sku !== sku) throw rejected("skuUnknown", { sku });
  const known = d.zone.item(sku);
  const knowing: Deciding = { ...d, zone: { ...d.zone, item: (id) => (id === sku ? (known ?? item) : d.zone.item(id)) } };
  const from = { account: `transit:${fromZone}` as const, plate: "", status: "available" as const };
  return {
    changes: [
      ...(known === undefined ? [{ kind: "item" as const, item }] : []),
      ...(d.zone.lot(sku, lot) === undefined ? [{ kind: "lot" as const, lot: { sku, lot, expiresAt, receivedAt: d.nowMs } }] : []),
      ...moved(knowing, { goods: { sku, lot }, qty, from, to: placeIn(toBin, "", "available"), reason: "transfer", serials }),
      { kind: "document", line: transferId },
      message,
    ],
  };
}

export function settleTransfer(d: Deciding, { transferId }: CommandOf<"settle-transfer">): Decided {
  const transfer = d.zone.transfer(transferId);
  if (transfer === undefined) throw rejected("transferUnknown", { transferId });
  return { changes: transfer.state === "arrived" ? [] : [{ kind: "transfer", transfer: { ...transfer, state: "arrived" } }] };
}
