import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type {
  Callback,
  ChannelAccount,
  ChannelAdapter,
  ChannelClient,
  CodeExchange,
  Grant,
  TokenSet,
  WebhookReading,
} from "#app/domain/channels/ports.ts";
import { createApiClient, type MercadoLivreOptions, requestToken } from "./client.server.ts";
import { bulkSize, createListingReader } from "./listings.server.ts";
import { toAccount } from "./mapper.ts";
import { toNotice } from "./notices.ts";
import { createOrderReader, ordersAtOnce, orderWindows } from "./orders.server.ts";
import { authBaseUrlOf, sites } from "./sites.ts";
import { tellShipped } from "./shipping.server.ts";
import { createTalk } from "./talk.server.ts";
import { responseTimeSchema, userSchema, type WireToken, type WireUser } from "./wire.ts";
import { trendsSchema } from "./wire-trends.ts";
import { noticeSchema } from "./wire-talk.ts";
import { refusalOf } from "./refusals.ts";
import { createWriter } from "./writes.server.ts";

/** Six months, counted from the renewal; whether each renewal starts them again is not documented. */
const refreshLifeMs = 180 * 86_400_000;

export function createMercadoLivreAdapter(options: MercadoLivreOptions): ChannelAdapter {
  const { clientId, clock } = options;
  return {
    vendor: "mercado-livre",
    sites,
    capabilities: {
      price: true,
      stock: true,
      pause: true,
      answers: true,
      shipping: true,
      competition: true,
      quality: true,
      reviews: true,
    },
    refusalOf,
    batch: { listings: bulkSize, orders: ordersAtOnce },
    orderWindows: (window) => orderWindows(window, clock.now()),
    authorizeUrl({ site, state, codeChallenge, redirectUri }) {
      const query = {
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
      };
      return `${authBaseUrlOf(options.authBaseUrl, site)}/authorization?${new URLSearchParams(query).toString()}`;
    },
    readCallback,
    exchangeCode: (exchange) => exchangeCode(options, exchange),
    async refresh(account, refreshToken) {
      const token = await requestToken(options, account.accountRef, { grant_type: "refresh_token", refresh_token: refreshToken });
      if (token.user_id !== account.accountRef) throw new ChannelError("grant-ended", { vendorText: "the token is another account's" });
      return toTokens(token, clock.now());
    },
    open: (account, accessToken) => openClient(options, account, accessToken),
    revoke: ({ accountRef }, accessToken) =>
      createApiClient(options, accountRef, () => Promise.resolve(accessToken)).tell({
        operation: "grants.delete",
        path: `/users/${accountRef}/applications/${clientId}`,
        method: "DELETE",
      }),
    readWebhook: ({ body }) => Promise.resolve(readWebhook(body, clientId, clock.now())),
  };
}

/** The code ends with the number of the account that gave it. */
function readCallback(query: URLSearchParams): Callback {
  const code = query.get("code");
  if (code === null || code === "") return { kind: "denied", reason: query.get("error") ?? "no code" };
  return { kind: "code", code, accountHint: /-(\d+)$/.exec(code)?.[1] ?? null };
}

async function exchangeCode(options: MercadoLivreOptions, exchange: CodeExchange): Promise<Grant> {
  const token = await requestToken(options, exchange.accountHint ?? "oauth", {
    grant_type: "authorization_code",
    code: exchange.code,
    redirect_uri: exchange.redirectUri,
    code_verifier: exchange.codeVerifier,
  });
  const tokens = toTokens(token, options.clock.now());
  const api = createApiClient(options, token.user_id, () => Promise.resolve(tokens.accessToken));
  const user = await api.read({ operation: "users.me", path: "/users/me" }, userSchema);
  return { account: { vendor: "mercado-livre", accountRef: token.user_id, site: user.site_id }, name: user.nickname, tokens };
}

function toTokens(token: WireToken, nowMs: number): TokenSet {
  const { refresh_token: refreshToken } = token;
  if (refreshToken == null) throw new ChannelError("rejected", { vendorText: "the app has no offline access" });
  return {
    accessToken: token.access_token,
    refreshToken,
    accessExpiresAtMs: nowMs + token.expires_in * 1_000,
    refreshExpiresAtMs: nowMs + refreshLifeMs,
    grantEndsAtMs: null,
  };
}

function openClient(options: MercadoLivreOptions, account: ChannelAccount, accessToken: () => Promise<string>): ChannelClient {
  const { accountRef } = account;
  const api = createApiClient(options, accountRef, accessToken);
  const listings = createListingReader(api, accountRef, options.clock);
  let tags: Promise<string[]> | undefined;

  async function readUser(): Promise<WireUser> {
    const user = await api.read({ operation: "users.me", path: "/users/me" }, userSchema);
    if (user.id !== accountRef) throw new ChannelError("denied", { vendorText: "the token is another account's" });
    return user;
  }

  async function hasDepots(): Promise<boolean> {
    tags ??= readUser().then((user) => user.tags);
    tags.catch(() => (tags = undefined));
    return (await tags).includes("warehouse_management");
  }

  return {
    ...createOrderReader(api, accountRef, options.clock),
    ...createTalk(api, account, options),
    ...createWriter(api, listings, hasDepots),
    marketTrends: () =>
      api
        .read({ operation: "trends", path: `/trends/${encodeURIComponent(account.site)}` }, trendsSchema)
        .then((trends) => trends.slice(0, 50)),
    tellShipped: (parcel) => tellShipped(api, parcel),
    listingRefs: listings.listingRefs,
    listings: listings.listings,
    async account() {
      const call = { operation: "questions.response_time", path: `/users/${accountRef}/questions/response_time` };
      const [user, answers] = await Promise.all([readUser(), api.readIfThere(call, responseTimeSchema)]);
      return toAccount(user, answers?.total?.response_time ?? null);
    },
  };
}

const answer = { status: 200, body: "" };

/** Nothing is signed, so a notice only says where to look; everything is read again with the seller's own token. */
function readWebhook(body: string, clientId: string, nowMs: number): WebhookReading {
  const notice = noticeSchema.safeParse(parseJson(body));
  if (!notice.success) return { kind: "refused", reason: "not a notice" };
  const { application_id: app } = notice.data;
  if (app !== null && app !== clientId) return { kind: "refused", reason: "meant for another app" };
  return { kind: "notices", notices: [toNotice(notice.data, nowMs)], answer };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
