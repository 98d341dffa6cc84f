import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelClient } from "#app/domain/channels/ports.ts";
import { onSale, paused, type WriteOutcome } from "#app/domain/channels/remote.ts";
import type { ApiClient } from "./client.server.ts";
import { concurrently } from "./concurrently.ts";
import type { ListingReader } from "./listings.server.ts";
import { putOnceAgain, refusalOf } from "./put-once-again.server.ts";
import { writeText } from "./text-writes.server.ts";
import type { VendorWords } from "./vendor-error.ts";
import { userProductStockSchema, type WireItem, type WireWrittenItem, writtenItemSchema } from "./wire-listings.ts";
import { type Change, type Field, outcomeOf, refusalBefore, refused, spreadStock, toItemBody } from "./writes.ts";

const listingsAtOnce = 4;
const noWords: VendorWords = { codes: [], text: "" };

type Writer = Pick<ChannelClient, "setPrice" | "setStock" | "setStatus" | "setText">;

/** `hasDepots` tells whether the account keeps its stock per depot, where items refuse a quantity. */
export function createWriter(api: ApiClient, listings: ListingReader, hasDepots: () => Promise<boolean>): Writer {
  return {
    async setPrice(changes) {
      const automated = await listings.automatedRefs();
      const wanted = changes.map(({ listingRef, modelRef, priceCents }) => ({ listingRef, modelRef, value: priceCents }));
      return eachListing(listings, wanted, async (item, group) => {
        if (automated.has(item.id)) return group.map((change) => refused(change, "price-automated"));
        return writeItem(api, listings, { item, group, field: "price" });
      });
    },
    async setStock(changes) {
      const isByDepot = await hasDepots();
      const wanted = changes.map(({ listingRef, modelRef, stock }) => ({ listingRef, modelRef, value: stock }));
      return eachListing(
        listings,
        wanted,
        async (item, group) => {
          if (isByDepot) return (await concurrently(group, 1, (change) => writeDepots(api, item, change))).flat();
          return writeItem(api, listings, { item, group, field: "available_quantity" });
        },
        "available_quantity",
      );
    },
    setStatus(changes) {
      const wanted = changes.map(({ listingRef, modelRef, status }) => ({
        listingRef,
        modelRef,
        value: status === "active" ? onSale : paused,
      }));
      return eachListing(listings, wanted, (item, group) => writeItem(api, listings, { item, group, field: "status" }), "status");
    },
    setText: (change) => writeText(api, listings, change),
  };
}

type WriteGroup = (item: WireItem, group: readonly Change[]) => Promise<WriteOutcome[]>;

/** Reads what is to be changed, refuses what cannot be, and answers in the order of the changes. */
async function eachListing(
  listings: ListingReader,
  changes: readonly Change[],
  write: WriteGroup,
  field: Field = "price",
): Promise<WriteOutcome[]> {
  const groups = Map.groupBy(changes, (change) => change.listingRef);
  const items = new Map((await listings.items([...groups.keys()])).map((item) => [item.id, item]));
  const outcomes = await concurrently([...groups], listingsAtOnce, async ([ref, group]) => {
    const item = items.get(ref);
    const early: WriteOutcome[] = [];
    const open = group.filter((change) => {
      const refusal = refusalBefore(item, change, field);
      if (refusal !== undefined) early.push(refused(change, refusal.reason, refusal.vendorText));
      return refusal === undefined;
    });
    return item === undefined || open.length === 0 ? early : [...early, ...(await write(item, open))];
  });
  const byKey = new Map(outcomes.flat().map((outcome) => [keyOf(outcome), outcome]));
  return changes.map((change) => byKey.get(keyOf(change)) ?? refused(change, "other"));
}

function keyOf({ listingRef, modelRef }: { listingRef: string; modelRef: string }): string {
  return `${listingRef} ${modelRef}`;
}

type ItemWrite = { item: WireItem; group: readonly Change[]; field: Field };

async function writeItem(api: ApiClient, listings: ListingReader, { item, group, field }: ItemWrite): Promise<WriteOutcome[]> {
  const words = await putOnceAgain(async (isAgain) => {
    const current = isAgain ? ((await listings.items([item.id]))[0] ?? item) : item;
    const call = { operation: "items.put", path: `/items/${item.id}`, method: "PUT", json: toItemBody(current, group, field) } as const;
    return warningWords(await api.read(call, writtenItemSchema));
  });
  if (words instanceof ChannelError) return group.map((change) => refused(change, refusalOf(words, item), words.vendorText));
  const [after] = await listings.items([item.id]);
  return group.map((change) => outcomeOf(change, field, after, words));
}

function warningWords({ warnings }: WireWrittenItem): VendorWords {
  if (warnings == null || warnings.length === 0) return noWords;
  return {
    codes: warnings.flatMap((warning) => warning.code ?? []),
    text: warnings.flatMap((warning) => warning.message ?? []).join("; "),
  };
}

async function writeDepots(api: ApiClient, item: WireItem, change: Change): Promise<WriteOutcome> {
  const model = item.variations.find((variation) => variation.id === change.modelRef);
  const productRef = model?.user_product_id ?? item.user_product_id;
  if (productRef === null) return refused(change, "managed-by-vendor");
  const path = `/user-products/${encodeURIComponent(productRef)}/stock`;
  const read = () => api.call({ operation: "user-products.stock", path }, userProductStockSchema);
  const written = await putOnceAgain(async () => {
    const { data, headers } = await read();
    const depots = data.locations.filter((location) => location.type === "seller_warehouse");
    if (depots.length === 0) return false;
    const locations = spreadStock(depots, change.value).map(({ store_id, network_node_id, quantity }) => ({
      store_id,
      network_node_id,
      quantity,
    }));
    await api.tell({
      operation: "user-products.put",
      path: `${path}/type/seller_warehouse`,
      method: "PUT",
      headers: { "x-version": headers.get("x-version") ?? "" },
      json: { locations },
    });
    return true;
  });
  if (written instanceof ChannelError) return refused(change, refusalOf(written, item), written.vendorText);
  if (!written) return refused(change, "managed-by-vendor");
  const after = (await read()).data.locations.filter((location) => location.type === "seller_warehouse");
  const value = after.reduce((total, location) => total + location.quantity, 0);
  const { listingRef, modelRef } = change;
  return value === change.value ? { listingRef, modelRef, kind: "applied", value } : refused(change, "stale-version");
}
