import { expect, test } from "vitest";
import { redirectUri, shopeeWorld, startMs } from "./testing/shopee-world.ts";

const dayMs = 86_400_000;
const exchange = (code: string, accountHint: string | null = "2000002") => ({
  site: "BR",
  code,
  accountHint,
  codeVerifier: "",
  redirectUri,
});

test("the consent page is asked with all it needs, and its answer carries our state", async () => {
  const { adapter, consent } = shopeeWorld();
  const url = new URL(adapter.authorizeUrl({ site: "BR", state: "st/1", codeChallenge: "c", redirectUri }));
  expect(url.href.startsWith("http://sim.test/shopee/auth?")).toBe(true);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    partner_id: "1000001",
    auth_type: "seller",
    redirect_uri: redirectUri,
    response_type: "code",
    state: "st/1",
  });
  const back = await consent({}, "st/1");
  expect(back.get("state")).toBe("st/1");
  expect(adapter.readCallback(back)).toMatchObject({ kind: "code", accountHint: "2000002" });
});

test("a grant knows its shop, its tokens' lives and the day the seller chose as its end", async () => {
  const grant = await shopeeWorld().connect({ days: "90" });
  expect(grant).toMatchObject({
    account: { vendor: "shopee", accountRef: "2000002", site: "BR" },
    name: "Loja Demo Shopee",
    tokens: {
      accessExpiresAtMs: startMs + 4 * 3_600_000,
      refreshExpiresAtMs: startMs + 30 * dayMs,
      grantEndsAtMs: startMs + 90 * dayMs,
    },
  });
});

test("a seller who says no, and an answer without a code, are told apart from a grant", async () => {
  const { adapter, consent } = shopeeWorld();
  expect(adapter.readCallback(await consent({ decision: "deny" }))).toEqual({ kind: "denied", reason: "access_denied" });
  expect(adapter.readCallback(new URLSearchParams())).toEqual({ kind: "denied", reason: "no code" });
});

test("a code works once, for ten minutes, and for its own shop only", async () => {
  const { adapter, consent, clock } = shopeeWorld();
  const code = (await consent()).get("code") ?? "";
  await expect(adapter.exchangeCode(exchange(code, "2000003"))).rejects.toMatchObject({ fault: "grant-ended" });
  await adapter.exchangeCode(exchange(code));
  await expect(adapter.exchangeCode(exchange(code))).rejects.toMatchObject({ fault: "grant-ended" });
  const late = (await consent()).get("code") ?? "";
  clock.advance(10 * 60_000);
  await expect(adapter.exchangeCode(exchange(late))).rejects.toMatchObject({ fault: "grant-ended" });
});

test("an answer that names no shop is refused before anything is sent", async () => {
  const { adapter, requests } = shopeeWorld();
  for (const hint of [null, "", "abc", "main:"])
    await expect(adapter.exchangeCode(exchange("c", hint))).rejects.toMatchObject({ fault: "rejected" });
  expect(requests).toEqual([]);
});

test("a main account's consent gives every shop a grant, and each is renewed on its own", async () => {
  const { adapter, connect } = shopeeWorld();
  const { others = [], ...first } = await connect({ account: "main:900001" });
  expect([first, ...others].map(({ name }) => name)).toEqual(["Loja Demo Shopee", "Loja Outra"]);
  const renewed = [];
  for (const { account, tokens } of [first, ...others]) renewed.push(await adapter.refresh(account, tokens.refreshToken));
  expect(new Set(renewed.map(({ refreshToken }) => refreshToken)).size).toBe(2);
  await expect(adapter.refresh(first.account, renewed[1]?.refreshToken ?? "")).rejects.toMatchObject({ fault: "grant-ended" });
});

test("a refresh token works once; the access token before lives five more minutes", async () => {
  const { adapter, clock, connect } = shopeeWorld();
  const { account, tokens } = await connect();
  const before = adapter.open(account, () => Promise.resolve(tokens.accessToken));
  const renewed = await adapter.refresh(account, tokens.refreshToken);
  expect(renewed).toMatchObject({ accessExpiresAtMs: startMs + 4 * 3_600_000, grantEndsAtMs: null });
  await expect(adapter.refresh(account, tokens.refreshToken)).rejects.toMatchObject({ fault: "grant-ended" });
  await before.listingRefs(null);
  clock.advance(5 * 60_000);
  await expect(before.listingRefs(null)).rejects.toMatchObject({ fault: "token-expired" });
  await adapter.open(account, () => Promise.resolve(renewed.accessToken)).listingRefs(null);
});

test("a long run survives a renewal, because the token is asked for before every call", async () => {
  const { adapter, clock, connect } = shopeeWorld();
  const { account, tokens } = await connect();
  let current = tokens;
  const shop = adapter.open(account, () => Promise.resolve(current.accessToken));
  await shop.listingRefs(null);
  clock.advance(4 * 3_600_000);
  await expect(shop.listingRefs("100")).rejects.toMatchObject({ fault: "token-expired" });
  current = await adapter.refresh(account, tokens.refreshToken);
  expect((await shop.listingRefs("100")).refs.length).toBeGreaterThan(0);
});

test("a refresh token dies after 30 days, and all tokens with the grant", async () => {
  const lazy = shopeeWorld();
  const { account, tokens } = await lazy.connect();
  lazy.clock.advance(30 * dayMs);
  await expect(lazy.adapter.refresh(account, tokens.refreshToken)).rejects.toMatchObject({ fault: "grant-ended" });
  const short = shopeeWorld();
  const week = await short.connect({ days: "7" });
  short.clock.advance(7 * dayMs);
  await expect(short.adapter.refresh(week.account, week.tokens.refreshToken)).rejects.toMatchObject({
    fault: "grant-ended",
    vendorText: expect.stringContaining("shop_access_expired") as string,
  });
});

test("a revoked grant ends at once, and another consent brings it back", async () => {
  const { act, open, adapter, connect } = shopeeWorld();
  const shop = await open();
  await act("revoke");
  await expect(shop.listingRefs(null)).rejects.toMatchObject({ fault: "token-expired" });
  await expect(adapter.refresh(shop.grant.account, shop.grant.tokens.refreshToken)).rejects.toMatchObject({
    fault: "grant-ended",
    vendorText: expect.stringContaining("shop_no_linked") as string,
  });
  const again = await connect();
  await adapter.open(again.account, () => Promise.resolve(again.tokens.accessToken)).listingRefs(null);
});

test("token calls are never repeated: a refresh token that may be used up must not be sent twice", async () => {
  const { adapter, requests, vendorAnswers, connect } = shopeeWorld();
  const { account, tokens } = await connect();
  const before = requests.length;
  vendorAnswers.push(new Response("busy", { status: 503 }));
  await expect(adapter.refresh(account, tokens.refreshToken)).rejects.toMatchObject({ fault: "unavailable" });
  expect(requests).toHaveLength(before + 1);
});
