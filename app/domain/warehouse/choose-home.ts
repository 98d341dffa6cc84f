import { pickedFrom } from "./ledger/facts.ts";
import type { ZoneBin, ZoneTask } from "./ports.ts";

type Wanted = { sku: string; qty: number; fromBin: string };
type Zone = { bins: readonly ZoneBin[]; tasks: readonly ZoneTask[] };

/**
 * Where goods that came in belong: beside their own kind, else in an empty bin that nothing else is on its way to, each
 * time the first in walking order that takes all of them. Undefined when there is no such bin.
 */
export function chooseHome({ bins, tasks }: Zone, { sku, qty, fromBin }: Wanted): string | undefined {
  const coming = tasks.filter(({ kind, toBin }) => kind === "put-away" && toBin !== null);
  const unitsComing = (id: string) => coming.reduce((sum, task) => sum + (task.toBin === id ? task.qty - task.doneQty : 0), 0);
  const takesAll = ({ id, lines, capacityUnits }: ZoneBin) =>
    capacityUnits === null || lines.reduce((sum, line) => sum + line.qty, 0) + unitsComing(id) + qty <= capacityUnits;
  const free = bins
    .filter((bin) => bin.id !== fromBin && pickedFrom.has(bin.kind) && !bin.isBlocked && takesAll(bin))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const own = free.find(
    ({ id, lines }) => lines.some((line) => line.sku === sku) || coming.some((task) => task.toBin === id && task.sku === sku),
  );
  return (own ?? free.find(({ id, lines }) => lines.length === 0 && unitsComing(id) === 0))?.id;
}
