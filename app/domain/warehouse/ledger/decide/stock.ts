import type { CommandOf } from "../commands.ts";
import type { Change, MovementReason } from "../facts.ts";
import { type Decided, type Deciding, mayManage, moved, type Place, placeIn, rejected, theBin } from "./deciding.ts";
import { corrected, waitForApproval } from "./corrections.ts";

export function receive(d: Deciding, command: CommandOf<"receive">): Decided {
  const { sku, lot, plate, status, binId, qty, serials, expiresAt, documentLine } = command;
  const item = d.zone.item(sku);
  if (item === undefined) throw rejected("skuUnknown", { sku });
  // Without a name one delivery cannot be told from the next, and its expiry would be that of all.
  if (lot === "" && (item.tracksLots || expiresAt !== null)) throw rejected("lotNeeded", { sku });
  if (documentLine !== null && d.zone.hasDocument(documentLine)) throw rejected("documentBooked", { documentLine });
  const known = d.zone.lot(sku, lot);
  if (known !== undefined && expiresAt !== null && known.expiresAt !== expiresAt) {
    throw rejected("lotExpiryDiffers", { sku, lot, expiresAt: known.expiresAt });
  }
  const isReturn = command.from === "return";
  // What comes back is looked at before it is sold again.
  const to = placeIn(binId, plate, isReturn && status === "available" ? "hold" : status);
  const from: Place = { account: isReturn ? "customer" : "supplier", plate: "", status: to.status };
  const reason: MovementReason = isReturn ? "returned" : "received";
  const changes: Change[] = [
    ...(known === undefined ? [{ kind: "lot" as const, lot: { sku, lot, expiresAt, receivedAt: d.nowMs } }] : []),
    ...moved(d, { goods: { sku, lot }, qty, from, to, reason, serials }),
    ...(documentLine === null ? [] : [{ kind: "document" as const, line: documentLine }]),
  ];
  return { changes };
}

export function move(d: Deciding, command: CommandOf<"move">): Decided {
  const { sku, lot, plate, status, fromBin, toBin, toPlate, qty, serials } = command;
  if (fromBin === toBin && plate === toPlate) throw rejected("nothingToDo");
  theBin(d, fromBin);
  const [from, to] = [placeIn(fromBin, plate, status), placeIn(toBin, toPlate, status)];
  return { changes: moved(d, { goods: { sku, lot }, qty, from, to, reason: "moved", serials }) };
}

/** A correction is a movement of its own, dated now; the past stays as it was written. */
export function adjust(d: Deciding, command: CommandOf<"adjust">): Decided {
  const { sku, lot, plate, status, binId, delta, reason, serials } = command;
  theBin(d, binId);
  if (d.zone.item(sku) === undefined) throw rejected("skuUnknown", { sku });
  if (Math.abs(delta) > d.settings.correctionLimit && !mayManage(d)) {
    if (serials.length > 0) throw rejected("approvalNeeded", { limit: d.settings.correctionLimit });
    return waitForApproval(d, binId, [{ sku, lot, plate, status, delta, reason }]);
  }
  return { changes: corrected(d, binId, { sku, lot, plate, status, delta, reason, serials }) };
}

export function setStatus(d: Deciding, command: CommandOf<"set-status">): Decided {
  const { sku, lot, plate, status, toStatus, binId, qty, serials } = command;
  if (status === toStatus) throw rejected("nothingToDo");
  theBin(d, binId);
  const from = placeIn(binId, plate, status);
  return { changes: moved(d, { goods: { sku, lot }, qty, from, to: { ...from, status: toStatus }, reason: "status", serials }) };
}
