import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ItemPage, Place, ReadResult, RefPage, TimeWindow } from "#app/domain/channels/ports.ts";
import type { RemoteAccount, RemoteListing, RemoteOrder, RemoteReview } from "#app/domain/channels/remote.ts";
import { chunks } from "#app/platform/chunks.ts";
import { mapConcurrently } from "./batches.ts";
import { callShopee, type Caller, type ShopeeClientOptions } from "./client.server.ts";
import { isAboutTheThing } from "./faults.ts";
import { readShop } from "./grants.server.ts";
import { toAccount, toListings, toReview } from "./mapper.ts";
import { hasEscrow, hasTracking, toOrder } from "./order-mapper.ts";
import {
  baseInfoSchema,
  commentsSchema,
  diagnosisSchema,
  extraInfoSchema,
  itemListSchema,
  itemStatuses,
  limits,
  modelListSchema,
  performanceSchema,
  type WireItem,
  type WireModels,
} from "./wire.ts";
import { escrowSchema, orderDetailSchema, orderListSchema, orderOptionalFields, trackingNumberSchema } from "./order-wire.ts";

/** One shop that is read. */
export type ShopReader = { options: ShopeeClientOptions; caller: Caller & { accessToken: () => Promise<string> } };

/** A call per order or item: side by side, and still paced one by one. */
const sideBySide = 8;

export async function readAccount({ options, caller }: ShopReader): Promise<RemoteAccount> {
  const shop = await readShop(options, caller.shopId, caller.accessToken);
  const call = { caller, operation: "account_health/get_shop_performance" };
  const performance = await optional(() => callShopee(options, call, performanceSchema));
  return toAccount(caller.shopId, shop, performance?.response);
}

export async function readListingRefs({ options, caller }: ShopReader, place: Place): Promise<RefPage> {
  const params = { offset: place ?? "0", page_size: limits.itemPage, item_status: itemStatuses };
  const { response } = await callShopee(options, { caller, operation: "product/get_item_list", params }, itemListSchema);
  const { item, has_next_page, next_offset, total_count } = response;
  const next = has_next_page && item.length > 0 ? String(next_offset ?? Number(place ?? "0") + item.length) : null;
  return { refs: item.map(({ item_id }) => item_id), next, total: total_count ?? null };
}

export async function readListings(reader: ShopReader, refs: readonly string[]): Promise<ReadResult<RemoteListing>> {
  const pages = await Promise.all(chunks(refs, limits.diagnosis).map((page) => readListingPage(reader, page)));
  return { found: pages.flatMap(({ found }) => found), missing: pages.flatMap(({ missing }) => missing) };
}

async function readListingPage({ options, caller }: ShopReader, refs: readonly string[]): Promise<ReadResult<RemoteListing>> {
  const params = { item_id_list: refs.join(",") };
  const [base, extra, diagnosis] = await Promise.all([
    callShopee(options, { caller, operation: "product/get_item_base_info", params }, baseInfoSchema),
    uncertain(() => callShopee(options, { caller, operation: "product/get_item_extra_info", params }, extraInfoSchema)),
    uncertain(() => callShopee(options, { caller, operation: "product/get_item_content_diagnosis_result", params }, diagnosisSchema)),
  ]);
  const items = base.response.item_list;
  const models = await mapConcurrently(items, sideBySide, (item) => readModels({ options, caller }, item));
  const found = items.flatMap((item, index) => {
    const isThis = ({ item_id }: { item_id: string }) => item_id === item.item_id;
    const parts = {
      item,
      models: models[index],
      extra: extra?.response.item_list.find(isThis),
      diagnosis: diagnosis?.response.success_item_list.find(isThis),
    };
    const listings = toListings(parts, caller.shopId);
    if (listings === undefined) throw new ChannelError("malformed", { vendorText: `Item ${item.item_id} came without a price or stock` });
    return listings;
  });
  return { found, missing: missingOf(refs, new Set(items.map(({ item_id }) => item_id))) };
}

/** Uncertain: the call is general knowledge, and the only one known to tell models apart. */
async function readModels({ options, caller }: ShopReader, item: WireItem): Promise<WireModels | undefined> {
  if (!item.has_model) return undefined;
  const call = { caller, operation: "product/get_model_list", params: { item_id: item.item_id } };
  return (await callShopee(options, call, modelListSchema)).response;
}

export async function readOrderRefs({ options, caller }: ShopReader, window: TimeWindow, place: Place): Promise<RefPage> {
  const params = {
    time_range_field: "update_time",
    time_from: Math.floor(window.fromMs / 1_000),
    time_to: Math.ceil(window.toMs / 1_000),
    page_size: limits.orderPage,
    cursor: place ?? "",
    response_optional_fields: "order_status",
  };
  const { response } = await callShopee(options, { caller, operation: "order/get_order_list", params }, orderListSchema);
  const next = response.more && response.next_cursor !== "" ? response.next_cursor : null;
  return { refs: response.order_list.map(({ order_sn }) => order_sn), next, total: null };
}

export async function readOrders(reader: ShopReader, refs: readonly string[]): Promise<ReadResult<RemoteOrder>> {
  const found: RemoteOrder[] = [];
  for (const page of chunks(refs, limits.orderDetail)) found.push(...(await readOrderPage(reader, page)));
  return { found, missing: missingOf(refs, new Set(found.map(({ orderRef }) => orderRef))) };
}

async function readOrderPage({ options, caller }: ShopReader, refs: readonly string[]): Promise<RemoteOrder[]> {
  const params = { order_sn_list: refs.join(","), response_optional_fields: orderOptionalFields.join(",") };
  const { response } = await callShopee(options, { caller, operation: "order/get_order_detail", params }, orderDetailSchema);
  return mapConcurrently(response.order_list, sideBySide, async (order) => {
    const ask = { order_sn: order.order_sn };
    const [escrow, tracking] = await Promise.all([
      hasEscrow(order)
        ? optional(() => callShopee(options, { caller, operation: "payment/get_escrow_detail", params: ask }, escrowSchema))
        : undefined,
      hasTracking(order)
        ? uncertain(() => callShopee(options, { caller, operation: "logistics/get_tracking_number", params: ask }, trackingNumberSchema))
        : undefined,
    ]);
    const parts = { order, escrow: escrow?.response, trackingNumber: tracking?.response.tracking_number };
    return toOrder(parts, options.clock.now());
  });
}

/** At most the 500 newest are to be had. */
export async function readReviews({ options, caller }: ShopReader, listingRef: string, place: Place): Promise<ItemPage<RemoteReview>> {
  const params = { item_id: listingRef, cursor: place ?? "", page_size: limits.comments };
  const { response } = await callShopee(options, { caller, operation: "product/get_comment", params }, commentsSchema);
  const next = response.more && response.next_cursor !== "" ? response.next_cursor : null;
  return { items: response.item_comment_list.map(toReview), next, total: null };
}

/** What enriches is left out where the vendor will not tell it; what may come back with time still stops the read. */
async function optional<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isAboutTheThing(error)) return undefined;
    throw error;
  }
}

/** The same for calls whose answer we know by hearsay: an unexpected form is archived and does not stop the listing it enriches. */
async function uncertain<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await optional(read);
  } catch (error) {
    if (error instanceof ChannelError && error.fault === "malformed") return undefined;
    throw error;
  }
}

function missingOf(refs: readonly string[], known: ReadonlySet<string>): string[] {
  return [...new Set(refs)].filter((ref) => !known.has(ref));
}
