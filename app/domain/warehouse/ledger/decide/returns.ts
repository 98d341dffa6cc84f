import type { CommandOf } from "../commands.ts";
import type { Change, StockStatus } from "../facts.ts";
import { type Decided, type Deciding, moved, type Place, placeIn, rejected, theBin } from "./deciding.ts";

const statusAfter = { restock: "available", quarantine: "hold", damaged: "damaged" } as const satisfies Record<string, StockStatus>;

/** What came back lies on hold until somebody has looked at it: then it is sold again, kept apart, or thrown away. */
export function inspect(d: Deciding, command: CommandOf<"inspect">): Decided {
  const { sku, lot, plate, binId, qty, serials, outcome, toBin, documentLine } = command;
  theBin(d, binId);
  if (documentLine !== null && d.zone.hasDocument(documentLine)) throw rejected("documentBooked", { documentLine });
  if (outcome === "scrap" && toBin !== null) throw rejected("nothingToDo");
  const from = placeIn(binId, plate, "hold");
  const to: Place =
    outcome === "scrap"
      ? { account: "scrap", plate: "", status: "hold" }
      : placeIn(toBin ?? binId, toBin === null || toBin === binId ? plate : "", statusAfter[outcome]);
  const booked: Change[] = documentLine === null ? [] : [{ kind: "document", line: documentLine }];
  const moves = moved(d, { goods: { sku, lot }, qty, from, to, reason: "inspected", serials });
  // Looked at and left on hold where it is: allowed like any other, and no movement.
  return { changes: isSamePlace(from, to) ? booked : [...moves, ...booked] };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.account === other.account && one.plate === other.plate && one.status === other.status;
}
