import { pickedFrom } from "./ledger/facts.ts";
import type { ZoneBin, ZoneLine, ZoneTask } from "./ports.ts";

type Wanted = { sku: string; lot: string; qty: number; fromBin: string };
type Zone = { bins: readonly ZoneBin[]; tasks: readonly ZoneTask[] };

/**
 * Where goods that came in belong: beside their own kind, else in an empty bin that nothing else is on its way to, each
 * time the first in walking order that takes all of them. Undefined when there is no such bin.
 *
 * Of a lot, its own kind is that lot: what expires first is picked first, and a bin with one lot gives nobody the wrong one.
 * Another lot opens a bin, behind those of lots that expire sooner where one is empty there, and shares one only when none is.
 */
export function chooseHome({ bins, tasks }: Zone, { sku, lot, qty, fromBin }: Wanted): string | undefined {
  const coming = tasks.filter(({ kind, toBin }) => kind === "put-away" && toBin !== null);
  const unitsComing = (id: string) => coming.reduce((sum, task) => sum + (task.toBin === id ? task.qty - task.doneQty : 0), 0);
  const takesAll = ({ id, lines, capacityUnits }: ZoneBin) =>
    capacityUnits === null || lines.reduce((sum, line) => sum + line.qty, 0) + unitsComing(id) + qty <= capacityUnits;
  const free = bins
    .filter((bin) => bin.id !== fromBin && pickedFrom.has(bin.kind) && !bin.isBlocked && takesAll(bin))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const firstWith = (isIt: (goods: { sku: string | null; lot: string }) => boolean) =>
    free.find(({ id, lines }) => lines.some(isIt) || coming.some((task) => task.toBin === id && isIt(task)));
  const besideKind = firstWith((one) => one.sku === sku);
  const empty = free.filter(({ id, lines }) => lines.length === 0 && unitsComing(id) === 0);
  if (lot === "") return (besideKind ?? empty[0])?.id;
  const besideLot = firstWith((one) => one.sku === sku && one.lot === lot);
  const behind = lastRankOfSooner(bins, { sku, lot });
  return (besideLot ?? empty.find(({ rank }) => rank > behind) ?? empty[0] ?? besideKind)?.id;
}

const endOf = ({ expiresAt }: ZoneLine) => expiresAt ?? Number.MAX_SAFE_INTEGER;

/** How far the lots that have to leave before this one reach. */
function lastRankOfSooner(bins: readonly ZoneBin[], { sku, lot }: Pick<Wanted, "sku" | "lot">): number {
  const own = bins.flatMap(({ lines }) => lines).find((line) => line.sku === sku && line.lot === lot);
  const end = own === undefined ? Number.MAX_SAFE_INTEGER : endOf(own);
  const holdsSooner = ({ lines }: ZoneBin) => lines.some((line) => line.sku === sku && line.qty > 0 && endOf(line) < end);
  return bins.reduce((last, bin) => (pickedFrom.has(bin.kind) && holdsSooner(bin) ? Math.max(last, bin.rank) : last), -Infinity);
}
