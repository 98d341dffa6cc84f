import type { CommandOf } from "../commands.ts";
import { type Account, binAccount, type Change, type Line, type Plate } from "../facts.ts";
import { conflict, type Decided, type Deciding, keyOf, rejected, theBin } from "./deciding.ts";

/** An empty plate stands somewhere before anything is put on it or into it. */
export function makePlate(d: Deciding, { plate: id, binId }: CommandOf<"make-plate">): Decided {
  const bin = theBin(d, binId);
  const known = d.zone.plate(id);
  if (known !== undefined) throw conflict("plateKnown", { plate: id, at: known.account });
  if (bin.isBlocked) throw conflict("binBlocked", { binId });
  return { changes: [{ kind: "plate", plate: { id, parent: null, account: binAccount(binId) } }] };
}

/** A plate moves with all that is in it, promises included; into another plate it goes where that one stands. */
export function movePlate(d: Deciding, { plate: id, toBin, intoPlate }: CommandOf<"move-plate">): Decided {
  const plate = thePlate(d, id);
  if ((toBin === null) === (intoPlate === null)) throw rejected("placeNeeded");
  const parent = intoPlate === null ? null : thePlate(d, intoPlate);
  const family = withChildren(d, plate);
  if (parent !== null && family.some((one) => one.id === parent.id)) throw rejected("plateInItself", { plate: id });
  const account = parent === null ? binAccount(toBin ?? "") : parent.account;
  const lines = family.flatMap((one) => d.zone.linesOnPlate(one.id));
  const changes: Change[] = family.map((one) => ({
    kind: "plate",
    plate: { ...one, parent: one.id === id ? (parent?.id ?? null) : one.parent, account },
  }));
  if (account === plate.account) return { changes };
  ensureRoom(d, account, lines);
  return { changes: [...changes, ...lines.flatMap((line) => carried(d, line, account))] };
}

function thePlate({ zone }: Deciding, id: string): Plate {
  const plate = zone.plate(id);
  if (plate === undefined) throw rejected("plateUnknown", { plate: id });
  return plate;
}

function withChildren(d: Deciding, plate: Plate): Plate[] {
  return [plate, ...d.zone.platesIn(plate.id).flatMap((child) => withChildren(d, child))];
}

function ensureRoom(d: Deciding, account: Account, lines: readonly Line[]): void {
  const bin = theBin(d, account.slice(4));
  if (bin.isBlocked) throw conflict("binBlocked", { binId: bin.id });
  if (bin.capacityUnits === null) return;
  const there = d.zone.linesInBin(bin.id).reduce((sum, line) => sum + line.qty, 0);
  const coming = lines.reduce((sum, line) => sum + line.qty, 0);
  if (there + coming > bin.capacityUnits) throw conflict("binFull", { binId: bin.id, there, capacity: bin.capacityUnits });
}

function carried({ zone }: Deciding, line: Line, account: Account): Change[] {
  const { sku, lot, plate, status, qty } = line;
  const serials = zone.item(sku)?.tracksSerials === true ? zone.serialsOn(keyOf(line)) : [];
  return [
    {
      kind: "moved",
      movement: {
        sku,
        lot,
        qty,
        reason: "moved" as const,
        serials,
        taskId: null,
        from: {
          account: line.account,
          plate,
          status,
        },
        to: {
          account,
          plate,
          status,
        },
      },
    },
    ...zone
      .reservationsOn(keyOf(line))
      .map((one): Change => ({ kind: "reservation", reservation: { ...one, line: { ...one.line, account } } })),
  ];
}
