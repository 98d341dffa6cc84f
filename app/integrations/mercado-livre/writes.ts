import { onSale, paused, type RefusalReason, type WriteOutcome } from "#app/domain/channels/remote.ts";
import type { VendorWords } from "./vendor-error.ts";
import type { WireItem, WireStockLocation } from "./wire-listings.ts";

/** What one change asks for, in the vendor's own field. Prices in cents, a status as 1 or 0. */
export type Change = { listingRef: string; modelRef: string; value: number };
export type Field = "price" | "available_quantity" | "status";

type Refusal = { reason: RefusalReason; vendorText: string };

export function refused({ listingRef, modelRef }: Change, reason: RefusalReason, vendorText = ""): WriteOutcome {
  return { listingRef, modelRef, kind: "refused", reason, vendorText };
}

/** Cents as the decimal number the vendor takes. */
export function toAmount(cents: number): number {
  return Number(`${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`);
}

/** The body of one write. All variations are named, changed or not: the vendor removes those that are left out. */
export function toItemBody(item: WireItem, changes: readonly Change[], field: Field): Record<string, unknown> {
  if (field === "status") return { status: changes[0]?.value === onSale ? "active" : "paused" };
  const toWire = (value: number) => (field === "price" ? toAmount(value) : value);
  if (item.variations.length === 0) return Object.fromEntries(changes.map((change) => [field, toWire(change.value)]));
  const wanted = new Map(changes.map((change) => [change.modelRef, change.value]));
  return {
    variations: item.variations.map(({ id }) => {
      const value = wanted.get(id);
      return { id: Number(id), ...(value === undefined ? {} : { [field]: toWire(value) }) };
    }),
  };
}

/** Why a change cannot even be asked for, from what the listing says of itself. */
export function refusalBefore(item: WireItem | undefined, change: Change, field: Field): Refusal | undefined {
  if (item === undefined || !hasModel(item, change.modelRef)) return { reason: "not-found", vendorText: "" };
  if (item.status === "closed") return { reason: "closed", vendorText: item.sub_status.join(", ") };
  if (item.status === "under_review") return { reason: "under-review", vendorText: item.sub_status.join(", ") };
  if (field === "status" && change.value === onSale && !hasStock(item)) return { reason: "no-stock", vendorText: "" };
  const isWhole = Number.isSafeInteger(change.value);
  if (!isWhole || change.value < (field === "price" ? 1 : 0)) return { reason: "out-of-range", vendorText: "" };
  // Goods in the vendor's own warehouse are counted there.
  if (field === "available_quantity" && item.shipping?.logistic_type === "fulfillment")
    return { reason: "managed-by-vendor", vendorText: "" };
  return undefined;
}

/** A listing with nothing to sell stays paused, whatever is written. */
function hasStock({ variations, available_quantity: own }: WireItem): boolean {
  return own > 0 || variations.some((variation) => variation.available_quantity > 0);
}

function hasModel(item: WireItem, modelRef: string): boolean {
  return item.variations.length === 0 ? modelRef === "" : item.variations.some((variation) => variation.id === modelRef);
}

export function valueOf(item: WireItem, modelRef: string, field: Field): number | null {
  if (field === "status") return item.status === "active" ? onSale : paused;
  const model = item.variations.find((variation) => variation.id === modelRef) ?? item;
  return field === "price" ? (model.price ?? item.price) : model.available_quantity;
}

/** What was read back decides, whatever the answer to the write said. */
export function outcomeOf(change: Change, field: Field, after: WireItem | undefined, words: VendorWords): WriteOutcome {
  if (after === undefined || !hasModel(after, change.modelRef)) return refused(change, "not-found");
  const { listingRef, modelRef, value } = change;
  if (valueOf(after, modelRef, field) === value) return { listingRef, modelRef, kind: "applied", value };
  return refused(change, reasonOf(words, after), words.text);
}

const reasonsByWord: [RegExp, RefusalReason][] = [
  [/price\.not_modifiable|dynamic pricing/i, "price-automated"],
  [/promotion|deal/i, "promotion-running"],
  [/optimistic/i, "stale-version"],
  [/reserved/i, "below-reserved"],
  [/fulfillment|multiwarehouse|warehouse/i, "managed-by-vendor"],
  [/(price|quantity)\S*\.(invalid|minimum|maximum|out_of_range)|less than|greater than|minimum|maximum/i, "out-of-range"],
  [/owner|caller\.id/i, "not-owner"],
];

export function reasonOf({ codes, text }: VendorWords, item: WireItem | undefined): RefusalReason {
  const words = [...codes, text].join(" ");
  const known = reasonsByWord.find(([pattern]) => pattern.test(words))?.[1];
  if (known !== undefined) return known;
  if (item?.status === "closed") return "closed";
  if (item?.status === "under_review") return "under-review";
  return item?.sub_status.includes("paused_by_seller") === true ? "paused-by-seller" : "other";
}

/** The depots' new counts for a total: the first takes what is more, and gives first when there is less. */
export function spreadStock(locations: readonly WireStockLocation[], total: number): WireStockLocation[] {
  let rest = total - locations.reduce((sum, location) => sum + location.quantity, 0);
  return locations.map((location) => {
    const quantity = Math.max(0, location.quantity + rest);
    rest -= quantity - location.quantity;
    return { ...location, quantity };
  });
}
