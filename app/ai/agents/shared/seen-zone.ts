import type { Subject } from "#app/domain/agents/outcome.ts";
import { isOver } from "#app/domain/warehouse/ledger/decide/tasks.ts";
import { pickedFrom } from "#app/domain/warehouse/ledger/facts.ts";
import type { ZoneBin, ZoneItem, ZoneTask } from "#app/domain/warehouse/ports.ts";

/** A zone as it was at one moment, with the names people call it by. */
export type SeenZone = {
  id: string;
  label: string;
  warehouse: { id: string; label: string };
  bins: readonly ZoneBin[];
  tasks: readonly ZoneTask[];
  items: readonly ZoneItem[];
};

export type BinLine = ZoneBin["lines"][number];

export function zoneSubject({ id, label }: Pick<SeenZone, "id" | "label">): Subject {
  return { type: "zone", id, label };
}

/** What people call the goods; their id where the zone knows no name. */
export function codeOf({ items }: Pick<SeenZone, "items">, sku: string): string {
  return items.find((item) => item.sku === sku)?.code ?? sku;
}

export function productSubject(zone: Pick<SeenZone, "items">, sku: string): Subject {
  return { type: "product", id: sku, label: codeOf(zone, sku) };
}

export function linesIn({ lines }: ZoneBin): BinLine[] {
  return lines.filter((line) => line.qty > 0);
}

/** When these goods may not be given to anybody any more; of goods without a day later than any. */
export function endOf({ expiresAt }: BinLine): number {
  return expiresAt ?? Number.MAX_SAFE_INTEGER;
}

export function unitsIn(bin: ZoneBin): number {
  return linesIn(bin).reduce((sum, line) => sum + line.qty, 0);
}

/** What may be given to an order or carried elsewhere: on hold, damaged and promised goods may not. */
export function freeUnits(line: BinLine): number {
  return line.status === "available" ? Math.max(0, line.qty - line.reserved) : 0;
}

export function isServing(bin: ZoneBin): boolean {
  return pickedFrom.has(bin.kind) && !bin.isBlocked;
}

export function tasksUnderWay({ tasks }: Pick<SeenZone, "tasks">): ZoneTask[] {
  return tasks.filter((task) => !isOver(task));
}

/** Bins somebody is about to put something into, take something from, or count. */
export function busyBins(zone: Pick<SeenZone, "tasks">): Set<string> {
  return new Set(tasksUnderWay(zone).flatMap(({ fromBin, toBin }) => [fromBin, toBin].filter((bin) => bin !== null)));
}

/** Two names that sort the same on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
