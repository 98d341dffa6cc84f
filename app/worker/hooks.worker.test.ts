import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { channelNotices } from "#db/schema/channels.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { handleHook, hookOf } from "./hooks.server.ts";

beforeEach(freeAccounts);

async function aHook() {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, ctx, "mercado-livre");
  stage.marketplaces.webhooks.length = 0;
  stage.marketplaces.act("mercado-livre", "sell", { seller: 200_300, quantity: 1 });
  const notice = stage.marketplaces.webhooks[0]?.body ?? "";
  const call = (vendor: string, body: string | null, method = "POST") =>
    handleHook(stage.deps, new Request(`https://app.test/hooks/${vendor}`, { method, body }), {
      vendor,
      requestId: "req_hook",
      ipAddress: "127.0.0.1",
      userAgent: "",
    });
  return { call, notice, stored: () => ctx.db.count(channelNotices, eq(channelNotices.channelId, channelId)) };
}

test("a notice is stored before it is answered, and answered as plain as a program needs", async () => {
  const { call, notice, stored } = await aHook();
  const answer = await call("mercado-livre", notice);
  expect([answer.status, await answer.text(), await stored()]).toEqual([200, "", 1]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "x-request-id": "req_hook",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  });
});

test.each([
  ["another method", "mercado-livre", null, "GET", 405],
  ["nobody we know", "stripe", "{}", "POST", 404],
  ["a body without end", "mercado-livre", "x".repeat(256_001), "POST", 413],
  ["something else than a notice", "mercado-livre", "[]", "POST", 401],
  ["a push that nobody signed", "shopee", '{"shop_id":1,"code":3,"timestamp":1,"data":{}}', "POST", 401],
] as const)("%s is refused with a number alone and leaves nothing", async (_what, vendor, body, method, status) => {
  const { call, stored } = await aHook();
  const answer = await call(vendor, body, method);
  expect([answer.status, await answer.text(), await stored()]).toEqual([status, "", 0]);
  expect(answer.headers.get("allow")).toBe(status === 405 ? "POST" : null);
});

test("only an address with one word behind it is a hook", () => {
  expect(["/hooks/shopee", "/hooks/shopee/", "/hooks", "/hooks/", "/hooks/shopee/more", "/api/hooks/shopee"].map(hookOf)).toEqual([
    "shopee",
    "shopee",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
