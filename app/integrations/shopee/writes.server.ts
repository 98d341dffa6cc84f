import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { PriceChange, StockChange } from "#app/domain/channels/ports.ts";
import type { RefusalReason, WriteOutcome } from "#app/domain/channels/remote.ts";
import { chunk } from "./batches.ts";
import { callShopee, type Caller, type ShopeeClientOptions } from "./client.server.ts";
import { isAboutTheThing, toRefusalReason } from "./faults.ts";
import { limits, writeSchema, type WireWrite } from "./wire.ts";

type Change = { listingRef: string; modelRef: string; value: number };
type Write = { operation: string; body(itemId: number, changes: readonly Change[]): Record<string, unknown> };

const priceWrite: Write = {
  operation: "product/update_price",
  body: (itemId, changes) => ({
    item_id: itemId,
    price_list: changes.map(({ modelRef, value }) => ({ model_id: Number(modelRef), original_price: value / 100 })),
  }),
};

const stockWrite: Write = {
  operation: "product/update_stock",
  body: (itemId, changes) => ({
    item_id: itemId,
    stock_list: changes.map(({ modelRef, value }) => ({ model_id: Number(modelRef), seller_stock: [{ stock: value }] })),
  }),
};

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

/** Once something was written, a failure is told per change: throwing would lose what is already true at the vendor. */
async function write(options: ShopeeClientOptions, caller: Caller, what: Write, changes: readonly Change[]): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  let failure: ChannelError | undefined;
  for (const batch of batchesOf(changes)) {
    if (failure !== undefined) {
      outcomes.push(...refuseAll(batch, failure));
      continue;
    }
    try {
      outcomes.push(...(await writeBatch(options, caller, what, batch)));
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
function batchesOf(changes: readonly Change[]): Change[][] {
  const byItem = Map.groupBy(changes, ({ listingRef }) => listingRef);
  return [...byItem.values()].flatMap((ofItem) => chunk(ofItem, limits.models));
}

async function writeBatch(options: ShopeeClientOptions, caller: Caller, what: Write, changes: readonly Change[]): Promise<WriteOutcome[]> {
  const itemId = Number(changes[0]?.listingRef);
  const call = { caller, operation: what.operation, body: what.body(itemId, changes) };
  const { response } = await callShopee(options, call, writeSchema);
  return changes.map((change) => toOutcome(change, response));
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

function reasonOf(error: ChannelError): RefusalReason {
  if (error.fault === "not-found") return "not-found";
  return error.fault === "denied" ? "not-owner" : toRefusalReason(error.vendorText);
}
