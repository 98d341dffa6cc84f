import { describe, expect, test } from "vitest";
import { z } from "zod";
import { shop } from "./testing/shop.ts";

const dayMs = 86_400_000;
const flask = "MLB3300000003";
const loose = z.looseObject({});

const app = { client_id: "1000001", client_secret: "local-ml-secret" };
const redirect = "http://127.0.0.1:5173/channels/callback/mercado-livre";
const page = (change: Record<string, string> = {}) =>
  `/authorization?${new URLSearchParams({ response_type: "code", client_id: "1000001", redirect_uri: redirect, state: "s", code_challenge: "c", ...change }).toString()}`;

describe("consent and tokens", () => {
  test("the page offers the accounts and is the same for every port the app may run at", async () => {
    const { call } = shop();
    for (const port of [5_173, 9_999]) {
      const answer = await call(`GET ${page({ redirect_uri: `http://127.0.0.1:${port}/channels/callback/mercado-livre` })}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(answer.text).toContain("LOJA DEMO");
    }
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "another address",
      { redirect_uri: "http://127.0.0.1:5173/elsewhere" },
      "your client callback has to match with the redirect_uri param",
    ],
    ["an address that only begins right", { redirect_uri: `${redirect}/x` }, "your client callback has to match"],
    ["an unknown app", { client_id: "1" }, "client_id"],
    ["no proof key", { code_challenge: "" }, "code_challenge is required"],
  ])("%s is refused on the page and nobody is sent anywhere", async (_, change, words) => {
    const answer = await shop().call(`GET ${page(change)}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(answer.text).toContain(words);
  });

  test("an operator is refused on the page", async () => {
    const answer = await shop().call(`POST ${page()}`, { form: { account: "200301", decision: "allow" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(answer.text).toContain("invalid_operator_user_id");
  });

  test("a code dies after ten minutes, and without the verifier nothing is given", async () => {
    const { call, clock } = shop();
    const codeOf = async () => {
      const answer = await call(`POST ${page({ code_challenge: "plain-text", code_challenge_method: "plain" })}`, {
        form: { account: "200300", decision: "allow" },
      });
      return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
    };
    const exchange = (code: string, more: Record<string, string>) =>
      call("POST /oauth/token", { form: { ...app, grant_type: "authorization_code", code, redirect_uri: redirect, ...more } });
    const first = await codeOf();
    expect((await exchange(first, {})).json).toMatchObject({ error: "invalid_request" });
    expect((await exchange(first, { code_verifier: "plain-text" })).json).toMatchObject({
      token_type: "bearer",
      expires_in: 21_600,
      user_id: 200_300,
    });
    const late = await codeOf();
    clock.nowMs += 10 * 60_000;
    expect((await exchange(late, { code_verifier: "plain-text" })).json).toMatchObject({ error: "invalid_grant" });
  });

  test.each([
    [false, "error_description"],
    [true, "message"],
  ])("a dead refresh token is explained (older words: %s) as %s", async (legacyTokenMessage, field) => {
    const { call, act } = shop();
    act("switch", { legacyTokenMessage });
    const answer = await call("POST /oauth/token", { form: { ...app, grant_type: "refresh_token", refresh_token: "TG-x-1" } });
    expect([answer.status, loose.parse(answer.json)["error"]]).toEqual([400, "invalid_grant"]);
    expect(loose.parse(answer.json)[field]).toContain("already used");
  });

  test.each([
    ["a wrong secret", { ...app, client_secret: "x", grant_type: "refresh_token" }, "invalid_client"],
    ["client credentials", { ...app, grant_type: "client_credentials" }, "unsupported_grant_type"],
  ])("%s is refused", async (_, form, error) => {
    expect((await shop().call("POST /oauth/token", { form })).json).toMatchObject({ error });
  });

  test("an access token lives six hours, and only in the header", async () => {
    const { call, clock, token } = shop();
    expect((await call(`GET /users/me?access_token=${token}`, { token: null })).status).toBe(401);
    clock.nowMs += 21_599_000;
    expect((await call("GET /users/me")).status).toBe(200);
    clock.nowMs += 1_000;
    expect((await call("GET /users/me")).json).toEqual({ code: "unauthorized", message: "invalid access token" });
  });

  test.each<[string, (world: ReturnType<typeof shop>) => void]>([
    ["a new password", ({ act }) => act("change-password", { seller: 200_300 })],
    ["taking it back", ({ act }) => act("revoke", { seller: 200_300 })],
    ["four idle months", ({ clock }) => void (clock.nowMs += 123 * dayMs)],
  ])("%s ends a grant for good", async (_, end) => {
    const world = shop();
    const refresh = String(world.act("grant", { seller: 200_300 })["refresh_token"]);
    end(world);
    const answer = await world.call("POST /oauth/token", { form: { ...app, grant_type: "refresh_token", refresh_token: refresh } });
    expect(answer.json).toMatchObject({ error: "invalid_grant" });
  });

  test("a restart of the simulator, which forgets everything, does not disconnect a shop", async () => {
    const { act, call, simulator, token } = shop();
    const { refresh_token: refresh } = act("grant", { seller: 200_300 });
    simulator.reset(1);
    expect((await call("GET /users/me", { token })).status).toBe(200);
    simulator.reset(1);
    const form = { ...app, grant_type: "refresh_token", refresh_token: String(refresh) };
    expect((await call("POST /oauth/token", { form })).status).toBe(200);
    expect((await call("POST /oauth/token", { form })).status).toBe(400);
  });

  test("a made-up token is nobody's", async () => {
    const { call, token } = shop();
    expect((await call("GET /users/me", { token: token.replace("200300", "200400") })).status).toBe(401);
  });
});

describe("data", () => {
  test("is the same for the same seed and time, and other for another seed", () => {
    const totals = (seed: number) => {
      const { simulator, tools } = shop(200_300, seed);
      return JSON.stringify(simulator.state(tools())["sellers"]);
    };
    expect(totals(7)).toBe(totals(7));
    expect(totals(8)).not.toBe(totals(7));
  });

  test("a shop can grow to tens of thousands, and a page of it stays a page", async () => {
    const { simulator, tools, call } = shop();
    expect(simulator.scale?.({ listings: 50_000, orders: 5_000 }, tools())).toMatchObject({ listings: 50_000 });
    const first = loose.parse((await call("GET /users/200300/items/search?search_type=scan&limit=100")).json);
    expect([first["results"], first["paging"]]).toEqual([
      expect.objectContaining({ length: 100 }),
      expect.objectContaining({ total: 50_000 }),
    ]);
    expect(JSON.stringify(simulator.state(tools())).length).toBeLessThan(20_000);
  });

  test("what the shop always has somewhere is there: variations, catalogue, automation, pauses, checks, poor texts", async () => {
    const { call } = shop();
    const items: Record<string, unknown>[] = [];
    for (let offset = 0; offset < 270; offset += 20) {
      const page = await call(`GET /users/200300/items/search?limit=20&offset=${offset}`);
      const ids = z.object({ results: z.array(z.string()) }).parse(page.json).results;
      const bulk = z.array(z.object({ body: loose })).parse((await call(`GET /items/bulk?ids=${ids.join(",")}`)).json);
      items.push(...bulk.map((one) => one.body));
    }
    const count = (test_: (item: Record<string, unknown>) => boolean) => items.filter(test_).length;
    const has = (item: Record<string, unknown>, name: string, value: string) => JSON.stringify(item[name]).includes(value);
    expect(count((item) => has(item, "variations", "id"))).toBeGreaterThan(10);
    expect(count((item) => item["catalog_listing"] === true)).toBeGreaterThan(10);
    expect(count((item) => has(item, "sub_status", "paused_by_seller"))).toBeGreaterThan(0);
    expect(count((item) => has(item, "sub_status", "out_of_stock"))).toBeGreaterThan(0);
    expect(count((item) => item["status"] === "under_review")).toBeGreaterThan(0);
    expect(count((item) => has(item, "shipping", "fulfillment"))).toBeGreaterThan(10);
    expect(count((item) => !has(item, "attributes", "SELLER_SKU") && !has(item, "variations", "id"))).toBeGreaterThan(5);
    expect(count((item) => String(item["title"]).split(" ").length < 3)).toBeGreaterThan(0);
    const automated = await call("GET /pricing-automation/users/200300/items");
    expect(z.object({ paging: z.object({ total: z.number() }) }).parse(automated.json).paging.total).toBeGreaterThan(3);
  });
});

describe("limits", () => {
  test("after many wrong requests the app is blocked, when so switched", async () => {
    const { act, call } = shop();
    act("switch", { blockAfter400s: 2 });
    for (let index = 0; index < 2; index += 1) await call("GET /questions/search?seller_id=200300");
    expect(await call("GET /users/me")).toMatchObject({ status: 403, json: { error: "unauthorized_application" } });
  });

  test.each([
    [7, "7"],
    [null, null],
  ])("bursts are throttled with Retry-After %s", async (throttleRetryAfterS, expected) => {
    const { act, call } = shop();
    act("switch", { throttleNext: 1, throttleRetryAfterS, throttleWord: "to_many_requests" });
    const refused = await call("GET /users/me");
    expect([refused.status, refused.headers.get("retry-after"), refused.json]).toEqual([
      429,
      expected,
      expect.objectContaining({ error: "to_many_requests" }),
    ]);
    expect((await call("GET /users/me")).status).toBe(200);
  });
});

test("an action or a reference it does not know is refused by name", () => {
  const { act } = shop();
  expect(() => act("explode")).toThrow('mercado-livre cannot "explode"');
  expect(() => act("pause", { listing: "MLB1" })).toThrow(z.ZodError);
  expect(() => act("sell", { listing: flask, quantity: 0 })).toThrow(z.ZodError);
});
