import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { carriedSku, promisedSku, promiseUnits } from "./journal.ts";

export const zoneIds = ["zon_a", "zon_b", "zon_c"] as const;
export const skus = ["plain", "lotted", "tracked"] as const;
export const pickBins = ["b1", "b2", "b3", "bulk"] as const;
export const openBins = [...pickBins, "dock", "stage"] as const;
/** People race there for what nobody else touches. */
export const raceBins = ["race", "race2"] as const;
/** Short, so that the history of one SKU stays one that can be judged. */
export const raceMs = 6_000;

/** A zone of a few places and goods, so that people meet each other all the time. */
export const bins: CommandInput = {
  type: "put-bins",
  bins: [...openBins, ...raceBins].map((id, index) => ({
    id,
    code: id.toUpperCase(),
    kind: kindOf(id),
    aisle: String(index),
    xMm: index * 1_000,
    yMm: 0,
    rank: index,
    isBlocked: false,
    capacityUnits: null,
  })),
};

function kindOf(id: string) {
  if (id === "dock") return "receiving" as const;
  return id === "stage" ? ("staging" as const) : ("pick" as const);
}

/** Goods of every kind, and those that are raced for: one SKU after the other, in bins of their own. */
export function stockFor(floorSeconds: number): CommandInput[] {
  const promised = Array.from({ length: Math.ceil((floorSeconds * 1_000) / raceMs) }, (_, index) => promisedSku(index));
  const items = [...skus, carriedSku, ...promised].map((sku) => ({
    sku,
    code: sku.toUpperCase(),
    title: sku,
    gtin: null,
    tracksLots: sku === "lotted",
    tracksSerials: sku === "tracked",
  }));
  const receive = (sku: string, qty: number): CommandInput => ({ type: "receive", sku, binId: raceBins[0], qty });
  return [{ type: "put-items", items }, receive(carriedSku, 1_000_000), ...promised.map((sku) => receive(sku, promiseUnits))];
}
