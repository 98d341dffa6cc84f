import { timingSafeEqual } from "#app/platform/crypto/hash.ts";
import type { SimulatorTools } from "../../simulator.ts";
import { baseString, hmacHex, type Signer } from "../sign.ts";
import { type ApiCall, nextRequestId, Refusal, refuse, type ShopCall } from "./answers.ts";
import { localPartnerId, localPartnerKey } from "./credentials.ts";
import { isAccessGood } from "./grants.ts";
import { getEscrowDetail, getOrderDetail, getOrderList, getShippingParameter, getTrackingNumber } from "./order-calls.ts";
import { getBaseInfo, getComments, getDiagnosis, getExtraInfo, getItemList, getModelList } from "./product-calls.ts";
import * as shopCalls from "./shop-calls.ts";
import type { SimShop, World } from "./world.ts";
import { unlistItems, updateItem, updatePrice, updateStock } from "./write-calls.ts";

const toleranceS = 300;

type PublicRoute = { kind: "public"; method: string; answer(call: ApiCall): Response };
type ShopRoute = { kind: "shop"; method: string; answer(call: ShopCall): Response };

const routes = new Map<string, PublicRoute | ShopRoute>([
  ["auth/token/get", { kind: "public", method: "POST", answer: shopCalls.getToken }],
  ["auth/access_token/get", { kind: "public", method: "POST", answer: shopCalls.refreshToken }],
  ["push/get_lost_push_message", { kind: "public", method: "GET", answer: shopCalls.getLostPushes }],
  ["push/confirm_consumed_lost_push_message", { kind: "public", method: "POST", answer: shopCalls.confirmLostPushes }],
  ["push/set_app_push_config", { kind: "public", method: "POST", answer: shopCalls.setPushConfig }],
  ["shop/get_shop_info", { kind: "shop", method: "GET", answer: shopCalls.getShopInfo }],
  ["account_health/get_shop_performance", { kind: "shop", method: "GET", answer: shopCalls.getPerformance }],
  ["account_health/get_penalty_point_history", { kind: "shop", method: "GET", answer: shopCalls.getPenalties }],
  ["account_health/get_listings_with_issues", { kind: "shop", method: "GET", answer: shopCalls.getListingsWithIssues }],
  ["product/get_item_list", { kind: "shop", method: "GET", answer: getItemList }],
  ["product/get_item_base_info", { kind: "shop", method: "GET", answer: getBaseInfo }],
  ["product/get_item_extra_info", { kind: "shop", method: "GET", answer: getExtraInfo }],
  ["product/get_model_list", { kind: "shop", method: "GET", answer: getModelList }],
  ["product/get_item_content_diagnosis_result", { kind: "shop", method: "GET", answer: getDiagnosis }],
  ["product/get_comment", { kind: "shop", method: "GET", answer: getComments }],
  ["product/update_price", { kind: "shop", method: "POST", answer: updatePrice }],
  ["product/update_stock", { kind: "shop", method: "POST", answer: updateStock }],
  ["product/update_item", { kind: "shop", method: "POST", answer: updateItem }],
  ["product/unlist_item", { kind: "shop", method: "POST", answer: unlistItems }],
  ["order/get_order_list", { kind: "shop", method: "GET", answer: getOrderList }],
  ["order/get_order_detail", { kind: "shop", method: "GET", answer: getOrderDetail }],
  ["payment/get_escrow_detail", { kind: "shop", method: "GET", answer: getEscrowDetail }],
  ["logistics/get_tracking_number", { kind: "shop", method: "GET", answer: getTrackingNumber }],
  ["logistics/get_shipping_parameter", { kind: "shop", method: "GET", answer: getShippingParameter }],
  ["logistics/ship_order", { kind: "shop", method: "POST", answer: shopCalls.shipOrder }],
]);

/** Checks in the vendor's order: app, time, signature, address, allowance, then the shop's token. */
export async function answerApi(world: World, request: Request, tools: SimulatorTools): Promise<Response> {
  const url = new URL(request.url);
  try {
    const route = routes.get(url.pathname.replace("/api/v2/", ""));
    if (route === undefined || route.method !== request.method) throw new Refusal("error_not_found", "The API does not exist.", 404);
    await requireSignature(route.kind, url, tools.nowMs);
    requireOpen(world, tools.nowMs);
    const call: ApiCall = {
      world,
      shop: undefined,
      params: url.searchParams,
      body: request.method === "POST" ? parseJson(await request.text()) : undefined,
      tools,
      nowS: Math.floor(tools.nowMs / 1_000),
      origin: `${url.origin}/shopee`,
    };
    return route.kind === "public" ? route.answer(call) : route.answer({ ...call, shop: requireShop(world, url, tools.nowMs) });
  } catch (error) {
    if (error instanceof Refusal) return refuse(nextRequestId(world), error);
    throw error;
  }
}

async function requireSignature(kind: "public" | "shop", url: URL, nowMs: number): Promise<void> {
  const given = url.searchParams;
  if (given.get("partner_id") !== localPartnerId) throw new Refusal("error_param", "There is no partner_id in query.", 403);
  const timestampS = Number(given.get("timestamp") ?? Number.NaN);
  if (!(Math.abs(timestampS - nowMs / 1_000) <= toleranceS)) throw new Refusal("error_param", "Invalid timestamp.", 403);
  const signer: Signer =
    kind === "public" ? { kind } : { kind, accessToken: given.get("access_token") ?? "", shopId: given.get("shop_id") ?? "" };
  const expected = await hmacHex(localPartnerKey, baseString(localPartnerId, url.pathname, timestampS, signer));
  if (!timingSafeEqual(expected, given.get("sign") ?? "")) throw new Refusal("error_sign", "Wrong sign.", 403);
}

function requireOpen({ switches }: World, nowMs: number): void {
  if (switches.sourceIpUndeclared) throw new Refusal("source_ip_undeclared", "The source IP is not in the declared list.", 403);
  if (switches.partnerKeyExpired) throw new Refusal("error_partner_key_expired", "The partner key has expired.", 403);
  if (switches.apiSuspended) throw new Refusal("api_suspended", "The API permission of the app is suspended.", 403);
  if (switches.dailyLimitUntilMs > nowMs) throw new Refusal("error_limit", "The daily limit of calls is reached.", 403);
  if (switches.rateLimitedCalls === 0) return;
  switches.rateLimitedCalls -= 1;
  throw new Refusal("error_rate_limit", "Too many requests, please try again later.");
}

function requireShop(world: World, url: URL, nowMs: number): SimShop {
  const shopId = Number(url.searchParams.get("shop_id"));
  const shop = world.shops.get(shopId);
  const isGood = isAccessGood(world.grants, url.searchParams.get("access_token") ?? "", shopId, nowMs);
  if (shop === undefined || !isGood) throw new Refusal("invalid_acceess_token", "Invalid access_token, please have a check.", 403);
  return shop;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("error_param", "The body is not JSON.");
  }
}
