import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { AuthorizeRequest, Callback, ChannelAccount, CodeExchange, Grant, TokenSet } from "#app/domain/channels/ports.ts";
import { callShopee, type ShopeeClientOptions } from "./client.server.ts";
import { shopInfoSchema, tokenSchema, type WireShop, type WireToken } from "./wire.ts";

const refreshTokenMs = 30 * 86_400_000;
const mainAccount = "main:";

/** Shopee knows no PKCE: what ties the answer to the question is the state alone. */
export function authorizeUrl(authPageUrl: string, partnerId: string, { redirectUri, state }: AuthorizeRequest): string {
  const url = new URL(authPageUrl);
  url.searchParams.set("partner_id", partnerId);
  url.searchParams.set("auth_type", "seller");
  url.searchParams.set("redirect_uri", redirectUri);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("state", state);
  return url.href;
}

export function readCallback(query: URLSearchParams): Callback {
  const code = query.get("code");
  if (code === null || code === "") return { kind: "denied", reason: query.get("error") ?? "no code" };
  const shopId = query.get("shop_id");
  const mainId = query.get("main_account_id");
  return { kind: "code", code, accountHint: shopId ?? (mainId === null ? null : `${mainAccount}${mainId}`) };
}

/** One consent of a main account covers several shops: the first is the grant, the others hang on it. */
export async function exchangeCode(options: ShopeeClientOptions, { code, accountHint }: CodeExchange): Promise<Grant> {
  if (accountHint === null || !/^(main:)?\d+$/.test(accountHint))
    throw new ChannelError("rejected", { vendorText: "The answer of the consent page named no shop" });
  const isMain = accountHint.startsWith(mainAccount);
  const who = accountHint.replace(mainAccount, "");
  const token = await callShopee(
    options,
    {
      caller: { shopId: who },
      operation: "auth/token/get",
      body: { code, partner_id: Number(options.partnerId), [isMain ? "main_account_id" : "shop_id"]: Number(who) },
    },
    tokenSchema,
  );
  const [first, ...others] = isMain ? (token.shop_id_list ?? []) : [who];
  if (first === undefined) throw new ChannelError("rejected", { vendorText: "The consent covers no shop" });
  const grant = await toGrant(options, first, token);
  if (others.length === 0) return grant;
  return { ...grant, others: await Promise.all(others.map((shopId) => toGrant(options, shopId, token))) };
}

/** The chosen number of days is told by the shop's own call only. */
async function toGrant(options: ShopeeClientOptions, shopId: string, token: WireToken): Promise<Omit<Grant, "others">> {
  const shop = await readShop(options, shopId, () => Promise.resolve(token.access_token));
  const account: ChannelAccount = { vendor: "shopee", accountRef: shopId, site: shop.region || "BR" };
  return { account, name: shop.shop_name, tokens: toTokens(token, options.clock.now(), shop.expire_time) };
}

export function readShop(options: ShopeeClientOptions, shopId: string, accessToken: () => Promise<string>): Promise<WireShop> {
  return callShopee(options, { caller: { shopId, accessToken }, operation: "shop/get_shop_info" }, shopInfoSchema);
}

/** The grant's end is not told here, and asking for it could lose the new pair: what is known of it stays true. */
export async function refresh(options: ShopeeClientOptions, account: ChannelAccount, refreshToken: string): Promise<TokenSet> {
  const token = await callShopee(
    options,
    {
      caller: { shopId: account.accountRef },
      operation: "auth/access_token/get",
      body: { refresh_token: refreshToken, partner_id: Number(options.partnerId), shop_id: Number(account.accountRef) },
    },
    tokenSchema,
  );
  return toTokens(token, options.clock.now(), null);
}

function toTokens(token: WireToken, nowMs: number, grantEndsAtMs: number | null): TokenSet {
  return {
    accessToken: token.access_token,
    refreshToken: token.refresh_token,
    accessExpiresAtMs: nowMs + token.expire_in * 1_000,
    refreshExpiresAtMs: nowMs + refreshTokenMs,
    grantEndsAtMs,
  };
}
