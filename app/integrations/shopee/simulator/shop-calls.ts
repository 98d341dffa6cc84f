import { z } from "zod";
import { type ApiCall, flat, ok, Refusal, type ShopCall } from "./answers.ts";
import { accessLivesS, redeemCode, redeemRefresh, type TokenPair, type TokenRefusal } from "./grants.ts";
import { orderOf } from "./order-calls.ts";
import { judge } from "./performance.ts";
import { prepareOrder, shipOut } from "./order-steps.ts";
import { lostPushes } from "./pushes.ts";
import { parse } from "./write-calls.ts";

const lostPage = 100;

export function getShopInfo({ world, shop }: ShopCall): Response {
  const grant = world.grants.byShop.get(shop.shopId);
  return flat(world, {
    shop_name: shop.name,
    region: "BR",
    status: "NORMAL",
    is_cb: false,
    auth_time: Math.floor(world.startMs / 1_000),
    expire_time: Math.floor((grant?.endsAtMs ?? 0) / 1_000),
    shop_fulfillment_flag: "Others",
  });
}

export function getPerformance({ world, shop, nowS }: ShopCall): Response {
  const { rating, failed, list } = judge(shop, nowS);
  return ok(world, {
    overall_performance: { rating, fulfillment_failed: failed, listing_failed: 0, custom_service_failed: 0 },
    metric_list: list,
  });
}

export function getPenalties({ world, shop }: ShopCall): Response {
  const history = shop.penaltyPoints.map(({ points, reason, atS }, index) => ({
    reference_id: index + 1,
    latest_point_num: points,
    violation_type: reason,
    issue_time: atS,
  }));
  return ok(world, { penalty_point_list: history, total_count: history.length });
}

/** Listings that are banned, as the account's health page lists them. */
export function getListingsWithIssues({ world, shop }: ShopCall): Response {
  const banned = shop.items.filter(({ status }) => status === "BANNED");
  return ok(world, { listing_list: banned.map(({ itemId }) => ({ item_id: itemId, reason: 1 })), total_count: banned.length });
}

const tokenBody = z.object({
  code: z.string(),
  partner_id: z.number().int(),
  shop_id: z.number().int().optional(),
  main_account_id: z.number().int().optional(),
});

export function getToken({ world, body, tools }: ApiCall): Response {
  const { code, shop_id, main_account_id } = parse(tokenBody, body);
  const account = main_account_id === undefined ? `shop:${shop_id ?? ""}` : `main:${main_account_id}`;
  const pair = taken(redeemCode(world.grants, code, account, tools.nowMs, tools.random));
  return flat(world, { ...toTokens(pair), shop_id_list: pair.shopIds, merchant_id_list: [] });
}

const refreshBody = z.object({ refresh_token: z.string(), partner_id: z.number().int(), shop_id: z.number().int() });

export function refreshToken({ world, body, tools }: ApiCall): Response {
  const { refresh_token, partner_id, shop_id } = parse(refreshBody, body);
  const pair = taken(redeemRefresh(world.grants, refresh_token, shop_id, tools.nowMs, tools.random));
  return flat(world, { ...toTokens(pair), partner_id, shop_id });
}

function toTokens({ access, refresh }: TokenPair): Record<string, unknown> {
  return { access_token: access, refresh_token: refresh, expire_in: accessLivesS };
}

function taken(result: TokenPair | TokenRefusal): TokenPair {
  if ("error" in result) throw new Refusal(result.error, result.message, 403);
  return result;
}

export function getLostPushes({ world, tools }: ApiCall): Response {
  const lost = lostPushes(world.pushes, tools.nowMs);
  const page = lost.slice(0, lostPage);
  return ok(world, {
    push_message_list: page.map(({ id, shopId, code, timestampS, data }) => ({
      msg_id: id,
      shop_id: shopId,
      code,
      timestamp: timestampS,
      data,
    })),
    has_next_page: lost.length > page.length,
    last_message_id: page.at(-1)?.id ?? 0,
  });
}

const confirmBody = z.object({ last_message_id: z.number().int() });

export function confirmLostPushes({ world, body }: ApiCall): Response {
  const { last_message_id } = parse(confirmBody, body);
  world.pushes.lost = world.pushes.lost.filter(({ id }) => id > last_message_id);
  return ok(world, {});
}

const pushConfigBody = z.object({ callback_url: z.url().optional() });

/** One address for the whole app, as the vendor keeps it. */
export function setPushConfig({ world, body }: ApiCall): Response {
  const { callback_url } = parse(pushConfigBody, body);
  if (callback_url !== undefined) for (const grant of world.grants.byShop.values()) grant.callbackUrl = callback_url;
  world.pushes.state = "normal";
  world.pushes.outcomes = [];
  return ok(world, { result: "success" });
}

const shipBody = z
  .object({
    order_sn: z.string(),
    pickup: z.object({ address_id: z.int(), pickup_time_id: z.string().min(1) }).optional(),
    dropoff: z.object({}).optional(),
    non_integrated: z.object({ tracking_number: z.string().min(1) }).optional(),
  })
  .refine((ship) => [ship.pickup, ship.dropoff, ship.non_integrated].filter((way) => way !== undefined).length === 1, {
    message: "choose one of pickup, dropoff and non_integrated",
  });

/** A parcel of the seller's own carrier has left by then; the others wait for theirs. */
export function shipOrder({ world, shop, body, tools }: ShopCall): Response {
  const wanted = parse(shipBody, body);
  const order = orderOf(shop, wanted.order_sn);
  if (order.status !== "READY_TO_SHIP") throw new Refusal("logistics.error_status", "The order is not ready to ship.");
  if (shop.hasOwnCarrier !== (wanted.non_integrated !== undefined)) {
    throw new Refusal("logistics.error_param", "The way of shipping is not open to this order.");
  }
  if (wanted.non_integrated === undefined) prepareOrder(world, shop, order, tools);
  else {
    order.trackingNumber = wanted.non_integrated.tracking_number;
    shipOut(world, shop, order, tools);
  }
  return ok(world, {});
}
