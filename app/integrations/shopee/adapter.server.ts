import { ChannelError } from "#app/domain/channels/channel-error.ts";
import {
  callsAtOnce,
  type Capabilities,
  type ChannelAccount,
  type ChannelAdapter,
  type ChannelClient,
  type ChannelNotice,
  type Place,
  type WebhookReading,
} from "#app/domain/channels/ports.ts";
import { createSlots } from "#app/platform/slots.ts";
import { splitWindow } from "./batches.ts";
import { callShopee, type ShopeeClientOptions } from "./client.server.ts";
import { authorizeUrl, exchangeCode, readCallback, refresh } from "./grants.server.ts";
import { readLostPush, toNotices } from "./notice-mapper.ts";
import { readAccount, readListingRefs, readListings, readOrderRefs, readOrders, readReviews, type ShopReader } from "./reads.server.ts";
import { tellShipped } from "./shipping.server.ts";
import { isPushSignature } from "./sign.ts";
import { acknowledgedSchema, limits } from "./wire.ts";
import { lostPushSchema, pingSchema, pushSchema, type WireLostPush } from "./push-wire.ts";
import { refusalOf } from "./refusals.ts";
import { setText } from "./text-writes.server.ts";
import { setPrice, setStatus, setStock } from "./writes.server.ts";

export type ShopeeAdapterOptions = ShopeeClientOptions & {
  /** The page where a seller consents, for example https://open.shopee.com.br/auth */
  authPageUrl: string;
  /** Signs pushes. Kept apart from the partner key: sources disagree on whether they are the same. */
  pushKey: string;
};

const capabilities: Capabilities = {
  price: true,
  stock: true,
  pause: true,
  // Chat, the only place where buyers ask, is closed to this kind of app.
  answers: false,
  shipping: true,
  competition: false,
  quality: true,
  reviews: true,
};

/** Speaks to Shopee for any number of shops; holds nothing of any of them. */
export function createShopeeAdapter(options: ShopeeAdapterOptions): ChannelAdapter {
  return {
    vendor: "shopee",
    sites: ["BR"],
    capabilities,
    refusalOf,
    batch: { listings: limits.diagnosis, orders: limits.orderDetail },
    orderWindows: splitWindow,
    authorizeUrl: (request) => authorizeUrl(options.authPageUrl, options.partnerId, request),
    readCallback,
    exchangeCode: (exchange) => exchangeCode(options, exchange),
    refresh: (account, refreshToken) => refresh(options, account, refreshToken),
    open: (account, accessToken) => openShop(options, account, accessToken),
    // Shopee offers no call for it: a seller ends the grant on Shopee's own page, or lets it run out.
    revoke: () => Promise.resolve(),
    readWebhook: (request) => readWebhook(options.pushKey, request),
  };
}

function openShop(shared: ShopeeClientOptions, account: ChannelAccount, accessToken: () => Promise<string>): ChannelClient {
  const options = { ...shared, slots: createSlots(callsAtOnce) };
  const reader: ShopReader = { options, caller: { shopId: account.accountRef, accessToken } };
  return {
    account: () => readAccount(reader),
    listingRefs: (place) => readListingRefs(reader, place),
    listings: (refs) => readListings(reader, refs),
    async orderPage(window, place) {
      const page = await readOrderRefs(reader, window, place);
      return { ...page, complete: async () => (await readOrders(reader, page.refs)).found };
    },
    orders: (refs) => readOrders(reader, refs),
    // The vendor's list tells no total.
    countOrders: () => Promise.resolve(null),
    // Every push about a parcel names its order, so nothing ever asks.
    orderRefsOfShipment: () => Promise.resolve([]),
    questionPage: () => Promise.resolve({ items: [], next: null, total: 0 }),
    question: () => Promise.resolve(undefined),
    reviewPage: (listingRef, place) => readReviews(reader, listingRef, place),
    missedNotices: (place) => readLostPushes(options, account.accountRef, place),
    setPrice: (changes) => setPrice(options, reader.caller, changes),
    setStock: (changes) => setStock(options, reader.caller, changes),
    setStatus: (changes) => setStatus(options, reader.caller, changes),
    setText: (change) => setText(options, reader.caller, change),
    tellShipped: (parcel) => tellShipped(reader, parcel),
    answerQuestion: () =>
      Promise.reject(new ChannelError("rejected", { vendorText: "Shopee takes no answers from apps: chat is closed to them" })),
  };
}

type MissedNotices = { notices: ChannelNotice[]; next: Place; confirm: () => Promise<void> };

/**
 * The list is the app's, whichever shop asks: notices of all shops are given, and confirming a message confirms all
 * before it. Told twice, they have the same key.
 */
async function readLostPushes(options: ShopeeClientOptions, shopId: string, place: Place): Promise<MissedNotices> {
  const caller = { shopId };
  const { response } = await callShopee(options, { caller, operation: "push/get_lost_push_message" }, lostPushSchema);
  const lastId = response.last_message_id ?? null;
  // The same page again means that the page before was not confirmed; going on would never end.
  if (lastId === null || lastId === place || response.push_message_list.length === 0)
    return { notices: [], next: null, confirm: () => Promise.resolve() };
  return {
    notices: response.push_message_list.flatMap(noticesOf),
    next: response.has_next_page ? lastId : null,
    async confirm() {
      const call = { caller, operation: "push/confirm_consumed_lost_push_message", body: { last_message_id: Number(lastId) } };
      await callShopee(options, call, acknowledgedSchema);
    },
  };
}

function noticesOf(message: WireLostPush): ChannelNotice[] {
  const push = readLostPush(message);
  return push === undefined ? [] : toNotices(push);
}

const heard = { status: 200, body: "" };

/** `url` must be the callback address as it is registered with Shopee, because the signature covers it. */
async function readWebhook(
  pushKey: string,
  { url, headers, body }: { url: string; headers: Headers; body: string },
): Promise<WebhookReading> {
  const content = parseJson(body);
  if (pingSchema.safeParse(content).success) return { kind: "notices", notices: [], answer: heard };
  const signature = headers.get("authorization") ?? "";
  if (!(await isPushSignature(signature, pushKey, url, body))) return { kind: "refused", reason: "The signature does not match" };
  const push = pushSchema.safeParse(content).data;
  if (push === undefined) return { kind: "refused", reason: "The body is not a push" };
  return { kind: "notices", notices: toNotices(push), answer: heard };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
