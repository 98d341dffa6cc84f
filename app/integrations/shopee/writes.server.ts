import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { PriceChange, StatusChange, StockChange } from "#app/domain/channels/ports.ts";
import { onSale, paused, type RefusalReason, type WriteOutcome } from "#app/domain/channels/remote.ts";
import { chunks } from "#app/platform/chunks.ts";
import { callShopee, type Caller, type ShopeeClientOptions } from "./client.server.ts";
import { isAboutTheThing, toRefusalReason } from "./faults.ts";
import { limits, unlistSchema, type WireUnlist, writeSchema, type WireWrite } from "./wire.ts";

type Change = { listingRef: string; modelRef: string; value: number };
/** Writes what one call takes, and tells each change what became of it. */
type WriteBatch = (options: ShopeeClientOptions, caller: Caller, changes: readonly Change[]) => Promise<WriteOutcome[]>;
type Write = { batches(changes: readonly Change[]): Change[][]; send: WriteBatch };

const priceWrite: Write = {
  batches: modelsOfOneItem,
  send: sendModels("product/update_price", (changes) => ({
    price_list: changes.map(({ modelRef, value }) => ({ model_id: Number(modelRef), original_price: value / 100 })),
  })),
};

const stockWrite: Write = {
  batches: modelsOfOneItem,
  send: sendModels("product/update_stock", (changes) => ({
    stock_list: changes.map(({ modelRef, value }) => ({ model_id: Number(modelRef), seller_stock: [{ stock: value }] })),
  })),
};

const statusWrite: Write = { batches: wholeItems, send: sendStatus };

export function setPrice(options: ShopeeClientOptions, caller: Caller, changes: readonly PriceChange[]): Promise<WriteOutcome[]> {
  return write(
    options,
    caller,
    priceWrite,
    changes.map(({ priceCents, ...change }) => ({ ...change, value: priceCents })),
  );
}

export function setStock(options: ShopeeClientOptions, caller: Caller, changes: readonly StockChange[]): Promise<WriteOutcome[]> {
  return write(
    options,
    caller,
    stockWrite,
    changes.map(({ stock, ...change }) => ({ ...change, value: stock })),
  );
}

export function setStatus(options: ShopeeClientOptions, caller: Caller, changes: readonly StatusChange[]): Promise<WriteOutcome[]> {
  return write(
    options,
    caller,
    statusWrite,
    changes.map(({ status, ...change }) => ({ ...change, value: status === "active" ? onSale : paused })),
  );
}

/** Once something was written, a failure is told per change: throwing would lose what is already true at the vendor. */
async function write(options: ShopeeClientOptions, caller: Caller, what: Write, changes: readonly Change[]): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  let failure: ChannelError | undefined;
  for (const batch of what.batches(changes)) {
    if (failure !== undefined) {
      outcomes.push(...refuseAll(batch, failure));
      continue;
    }
    try {
      outcomes.push(...(await what.send(options, caller, batch)));
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      if (isAboutTheThing(error)) {
        outcomes.push(...refuseAll(batch, error));
        continue;
      }
      if (outcomes.every(({ kind }) => kind === "refused")) throw error;
      failure = error;
      outcomes.push(...refuseAll(batch, error));
    }
  }
  return outcomes;
}

/** One call takes one item and at most 50 of its models. */
function modelsOfOneItem(changes: readonly Change[]): Change[][] {
  const byItem = Map.groupBy(changes, ({ listingRef }) => listingRef);
  return [...byItem.values()].flatMap((ofItem) => chunks(ofItem, limits.models));
}

function sendModels(operation: string, toList: (changes: readonly Change[]) => Record<string, unknown>): WriteBatch {
  return async (options, caller, changes) => {
    const call = { caller, operation, body: { item_id: Number(changes[0]?.listingRef), ...toList(changes) } };
    const { response } = await callShopee(options, call, writeSchema);
    return changes.map((change) => toOutcome(change, response));
  };
}

/** One call takes 50 items; all models of an item travel as that item. */
function wholeItems(changes: readonly Change[]): Change[][] {
  const byItem = [...Map.groupBy(changes, ({ listingRef }) => listingRef).values()];
  return chunks(byItem, limits.unlisted).map((items) => items.flat());
}

async function sendStatus(options: ShopeeClientOptions, caller: Caller, changes: readonly Change[]): Promise<WriteOutcome[]> {
  const wanted = new Map(changes.map(({ listingRef, value }) => [listingRef, value]));
  const body = { item_list: [...wanted].map(([ref, value]) => ({ item_id: Number(ref), unlist: value === paused })) };
  const { response } = await callShopee(options, { caller, operation: "product/unlist_item", body }, unlistSchema);
  return changes.map((change) => toStatusOutcome(change, response));
}

function toStatusOutcome({ listingRef, modelRef, value }: Change, { success_list, failure_list }: WireUnlist): WriteOutcome {
  const about = { listingRef, modelRef };
  const failed = failure_list.find(({ item_id }) => item_id === listingRef);
  if (failed !== undefined)
    return { ...about, kind: "refused", reason: toRefusalReason(failed.failed_reason), vendorText: failed.failed_reason };
  if (success_list.some(({ item_id }) => item_id === listingRef)) return { ...about, kind: "applied", value };
  return { ...about, kind: "refused", reason: "try-later", vendorText: "The answer did not mention this item" };
}

function toOutcome({ listingRef, modelRef, value }: Change, { success_list, failure_list }: WireWrite): WriteOutcome {
  const isMeant = ({ model_id }: { model_id?: string | null | undefined }) => (model_id ?? "0") === (modelRef || "0");
  const failed = failure_list.find(isMeant);
  const about = { listingRef, modelRef };
  if (failed !== undefined)
    return { ...about, kind: "refused", reason: toRefusalReason(failed.failed_reason), vendorText: failed.failed_reason };
  const succeeded = success_list.find(isMeant);
  if (succeeded !== undefined) return { ...about, kind: "applied", value: succeeded.original_price ?? value };
  return { ...about, kind: "refused", reason: "try-later", vendorText: "The answer did not mention this model" };
}

function refuseAll(changes: readonly Change[], error: ChannelError): WriteOutcome[] {
  const reason = isAboutTheThing(error) ? reasonOf(error) : "try-later";
  return changes.map(({ listingRef, modelRef }) => ({ listingRef, modelRef, kind: "refused", reason, vendorText: error.vendorText }));
}

export function reasonOf(error: ChannelError): RefusalReason {
  if (error.fault === "not-found") return "not-found";
  return error.fault === "denied" ? "not-owner" : toRefusalReason(error.vendorText);
}
