import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { actions } from "#app/domain/accounts/permissions.ts";
import { approvals } from "#db/schema/approvals.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { aKey, assistantCaller } from "./testing/assistant-caller.ts";

async function anAssistant() {
  const stage = createStage();
  const home = await aWorkspace();
  return { stage, home, ...assistantCaller(stage, await aKey(home, actions)) };
}

test("a call sent again under its name is done once and answered the same, and other words under it are refused", async () => {
  const { stage, home, callOnce } = await anAssistant();
  const price = { listingId: home.shop.listingId, priceCents: 12_345 };
  const first = await callOnce("call-1", "change_price", price);
  expect(first.result?.structuredContent).toMatchObject({ state: "waiting" });
  expect((await callOnce("call-1", "change_price", price)).result).toEqual(first.result);
  const owner = stage.as(home, { role: "owner" });
  expect(await owner.db.count(approvals, eq(approvals.tool, "change_price"))).toBe(1);
  const other = await callOnce("call-1", "change_price", { ...price, priceCents: 54_321 });
  expect(other.result).toMatchObject({ isError: true });
  expect(other.result?.content?.[0]?.text).toContain("different request");
  const advice = { id: home.shop.adviceId, reason: "not-now" };
  const put = await callOnce("call-2", "dismiss_recommendation", advice);
  expect(put.result?.isError, JSON.stringify(put)).toBeUndefined();
  expect((await callOnce("call-2", "dismiss_recommendation", advice)).result).toEqual(put.result);
  expect((await callOnce("call-3", "dismiss_recommendation", advice)).result).toMatchObject({ isError: true });
  for (const name of ["no spaces", "x".repeat(201), 5, {}])
    expect((await callOnce(name, "change_price", price)).result?.content?.[0]?.text).toContain("idempotencyKey");
});

test("a refused call leaves its name free for the mended one", async () => {
  const { home, callOnce } = await anAssistant();
  const { listingId } = home.shop;
  expect((await callOnce("call-1", "change_price", { listingId, priceCents: 0 })).result).toMatchObject({ isError: true });
  expect((await callOnce("call-1", "change_price", { listingId, priceCents: 12_345 })).result?.isError).toBeUndefined();
});

test("many calls in one request are none: each request counts once", async () => {
  const { post } = await anAssistant();
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const answer = await post([list, { ...list, id: 2 }]);
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: -32600 } }]);
});
