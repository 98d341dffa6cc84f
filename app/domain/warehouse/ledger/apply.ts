import { binOf, type Bin, type Change, type Line, type LineKey, type Movement, type Reservation } from "./facts.ts";
import type { Stamp, Touched, ZoneStore } from "./store.ts";

/** A zone that would come out of a command wrong stays as it was: this is a mistake of ours, never of the floor. */
class BrokenZone extends Error {
  override name = "BrokenZone";
}

/** Writes what a command brought about, and tells which bins, tasks and SKUs are other than before. */
export function applyChanges(zone: ZoneStore, changes: readonly Change[], stamp: Stamp): Touched {
  const touched = { bins: new Set<string>(), tasks: new Set<string>(), skus: new Set<string>(), demands: new Set<string>() };
  const lines = new Map<string, LineKey>();
  const touch = (key: LineKey) => {
    lines.set(JSON.stringify(key), key);
    touched.skus.add(key.sku);
    const binId = binOf(key.account);
    if (binId !== undefined) touched.bins.add(binId);
  };
  const removed = new Set<string>();
  for (const change of changes) {
    switch (change.kind) {
      case "moved":
        for (const key of book(zone, change.movement, stamp)) touch(key);
        break;
      case "reservation":
        for (const key of holdFor(zone, change.reservation)) touch(key);
        touched.demands.add(change.reservation.demandLine);
        break;
      case "bin":
        zone.putBin({ ...change.bin, version: zone.bin(change.bin.id)?.version ?? 0 });
        touched.bins.add(change.bin.id);
        break;
      case "bin-removed":
        zone.removeBin(change.id);
        removed.add(change.id);
        break;
      case "task":
        zone.putTask({ ...change.task, version: (zone.task(change.task.id)?.version ?? 0) + 1 });
        touched.tasks.add(change.task.id);
        break;
      case "item":
        zone.putItem(change.item);
        touched.skus.add(change.item.sku);
        break;
      case "lot":
        zone.putLot(change.lot);
        break;
      case "plate":
        zone.putPlate(change.plate);
        break;
      case "transfer":
        zone.putTransfer(change.transfer);
        break;
      case "document":
        zone.putDocument(change.line);
        break;
      case "tell":
        zone.addMessage(change.message, stamp);
        break;
      default:
        change satisfies never;
    }
  }
  for (const key of lines.values()) ensureSound(zone, key);
  for (const id of touched.bins) bumpVersion(zone, id);
  const { bins, tasks, skus, demands } = touched;
  return { bins: [...bins, ...removed], tasks: [...tasks], skus: [...skus], demands: [...demands] };
}

function book(zone: ZoneStore, movement: Movement, stamp: Stamp): LineKey[] {
  const { sku, lot, qty, from, to, serials } = movement;
  const [source, target] = [
    { sku, lot, ...from },
    { sku, lot, ...to },
  ];
  for (const [key, delta] of [[source, -qty] as const, [target, qty] as const]) {
    const line = lineAt(zone, key);
    zone.putLine({ ...line, qty: line.qty + delta });
  }
  for (const serial of serials) zone.putSerial(serial, target);
  zone.addMovement(movement, stamp);
  return [source, target];
}

/** `reserved` of a line is what its reservations hold: both change here and nowhere else. */
function holdFor(zone: ZoneStore, next: Reservation): LineKey[] {
  const before = zone.reservation(next.id);
  for (const [reservation, sign] of [[before, -1] as const, [next, 1] as const]) {
    if (reservation === undefined || !isActive(reservation)) continue;
    const line = lineAt(zone, reservation.line);
    zone.putLine({ ...line, reserved: line.reserved + sign * reservation.qty });
  }
  zone.putReservation(next);
  return [next.line, ...(before === undefined ? [] : [before.line])];
}

export function isActive({ state }: Pick<Reservation, "state">): boolean {
  return state === "held" || state === "picked";
}

function lineAt(zone: ZoneStore, key: LineKey): Line {
  const { account, sku, lot, plate, status } = key;
  return zone.line(key) ?? { account, sku, lot, plate, status, qty: 0, reserved: 0 };
}

/** Nothing is ever clamped: what does not add up is not written. */
function ensureSound(zone: ZoneStore, key: LineKey): void {
  const line = zone.line(key);
  if (line === undefined) return;
  const isInside = binOf(line.account) !== undefined;
  const isSound = isInside ? line.qty >= 0 && line.reserved >= 0 && line.reserved <= line.qty : line.reserved === 0;
  if (!isSound) throw new BrokenZone(`${line.account} ${line.sku} ${line.lot}: ${line.qty} there, ${line.reserved} reserved`);
}

function bumpVersion(zone: ZoneStore, id: string): void {
  const bin: Bin | undefined = zone.bin(id);
  if (bin !== undefined) zone.putBin({ ...bin, version: bin.version + 1 });
}
