import type { CommandOf } from "../commands.ts";
import type { Item } from "../facts.ts";
import { type Decided, type Deciding, conflict, rejected, theBin } from "./deciding.ts";

export function putBins(d: Deciding, { bins }: CommandOf<"put-bins">): Decided {
  const codes = new Set<string>();
  for (const bin of bins) {
    if (codes.has(bin.code)) throw rejected("binCodeTwice", { code: bin.code });
    codes.add(bin.code);
    const there = d.zone.linesInBin(bin.id).reduce((sum, line) => sum + line.qty, 0);
    if (bin.capacityUnits !== null && there > bin.capacityUnits)
      throw conflict("binFull", { binId: bin.id, there, capacity: bin.capacityUnits });
  }
  return { changes: bins.map((bin) => ({ kind: "bin", bin })) };
}

/** Only an empty bin that nobody is on the way to can go: what lies in it would be nowhere. */
export function removeBin(d: Deciding, { binId }: CommandOf<"remove-bin">): Decided {
  const bin = theBin(d, binId);
  if (d.zone.linesInBin(bin.id).length > 0) throw conflict("binNotEmpty", { binId });
  if (d.zone.tasksAt(bin.id).length > 0) throw conflict("binHasTasks", { binId });
  return { changes: [{ kind: "bin-removed", id: bin.id }] };
}

/** What is tracked cannot change while there is stock that was received without it. */
export function putItems(d: Deciding, { items }: CommandOf<"put-items">): Decided {
  const changes = items.map((named) => {
    const known = d.zone.item(named.sku);
    const item: Item = {
      ...named,
      tracksLots: named.tracksLots ?? known?.tracksLots ?? false,
      tracksSerials: named.tracksSerials ?? known?.tracksSerials ?? false,
    };
    const isStricter = known !== undefined && (known.tracksSerials !== item.tracksSerials || (item.tracksLots && !known.tracksLots));
    if (isStricter && d.zone.linesOfSku(item.sku).length > 0) throw conflict("itemHasStock", { sku: item.sku });
    return { kind: "item" as const, item };
  });
  return { changes };
}
