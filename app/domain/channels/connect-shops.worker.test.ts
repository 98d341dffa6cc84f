import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { channelGrants, channels } from "#db/schema/channels.ts";
import { connectShop, decide, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import type { ServiceContext } from "../context.ts";
import { connectShops } from "./connect-shops.server.ts";
import { finishConnection } from "./finish-connection.server.ts";
import { readGrantedShops } from "./granted-shops.server.ts";
import { startConnection } from "./start-connection.server.ts";

const mainAccount = "main:900001";
const [first, second] = ["2000002", "2000003"];

beforeEach(freeAccounts);

async function aHome() {
  const home = await aWorkspace();
  const stage = createStage();
  return { home, stage, ctx: stage.as(home, { role: "owner" }) };
}

async function consent(stage: Stage, ctx: ServiceContext, channelId?: string) {
  const { url } = await startConnection(ctx, { vendor: "shopee", ...(channelId === undefined ? {} : { channelId }) });
  return finishConnection(ctx, { vendor: "shopee", query: await decide(stage, url, "allow", mainAccount) });
}

async function anOffer(stage: Stage, ctx: ServiceContext): Promise<string> {
  const finished = await consent(stage, ctx);
  if (finished.kind !== "choose") throw new Error("nothing to choose");
  return finished.grantId;
}

async function shopsOf(ctx: ServiceContext) {
  const rows = await ctx.db.all(channels, { where: eq(channels.vendor, "shopee"), orderBy: asc(channels.accountRef) });
  return rows.filter((row) => row.state !== "disconnected");
}

test("one consent for several shops connects all that are chosen, each with tokens that are renewed on their own", async () => {
  const { stage, ctx } = await aHome();
  const id = await anOffer(stage, ctx);
  expect(await shopsOf(ctx)).toEqual([]);
  expect(await readGrantedShops(ctx, { id })).toEqual({
    vendor: "shopee",
    shops: [
      { accountRef: first, name: "Loja Demo Shopee", site: "BR", isConnected: false },
      { accountRef: second, name: "Loja Outra", site: "BR", isConnected: false },
    ],
  });
  const { channelIds, elsewhere } = await connectShops(ctx, { id, accountRefs: [first, second] });
  const rows = await shopsOf(ctx);
  expect([rows.map((row) => row.accountRef), elsewhere]).toEqual([[first, second], []]);
  expect(stage.committed.filter(({ event }) => event.type === "sync.requested")).toHaveLength(2);
  stage.clock.advance(4 * 3_600_000);
  for (const channel of rows) {
    await stage.marketplaces.door.renew({ id: channel.id, workspaceId: ctx.workspaceId }, 60_000);
  }
  const renewed = await shopsOf(ctx);
  expect(new Set([...rows, ...renewed].map((row) => row.sealedTokens)).size).toBe(4);
  expect([renewed.map((row) => row.state), channelIds]).toEqual([["active", "active"], rows.map((row) => row.id)]);
});

test("what is not chosen is neither connected nor kept, and the offer is spent", async () => {
  const { stage, ctx } = await aHome();
  const id = await anOffer(stage, ctx);
  await connectShops(ctx, { id, accountRefs: [second ?? ""] });
  expect((await shopsOf(ctx)).map((row) => row.accountRef)).toEqual([second]);
  expect((await ctx.db.all(channelGrants)).map((row) => row.sealedOffer)).toEqual([null]);
  await expect(connectShops(ctx, { id, accountRefs: [first ?? ""] })).rejects.toMatchObject({ code: "gone", reason: "grantInvalid" });
});

test("the offer is for the person and session that gave the consent, and not for long", async () => {
  const { home, stage, ctx } = await aHome();
  const id = await anOffer(stage, ctx);
  const elsewhere = { ...ctx, actor: { ...ctx.actor, sessionHandle: "ses_other" } as typeof ctx.actor };
  const foreign = stage.as(await aWorkspace(), { role: "owner" });
  for (const other of [stage.as(home, { role: "admin" }), elsewhere, foreign]) {
    await expect(readGrantedShops(other, { id })).rejects.toMatchObject({ reason: "grantInvalid" });
    await expect(connectShops(other, { id, accountRefs: [first ?? ""] })).rejects.toMatchObject({ reason: "grantInvalid" });
  }
  await expect(connectShops(stage.as(home, { role: "viewer" }), { id, accountRefs: [first ?? ""] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(connectShops(ctx, { id, accountRefs: ["77"] })).rejects.toMatchObject({ fields: { accountRefs: "fieldInvalid" } });
  stage.clock.advance(15 * 60_000);
  await expect(connectShops(ctx, { id, accountRefs: [first ?? ""] })).rejects.toMatchObject({ reason: "grantInvalid" });
  expect(await shopsOf(ctx)).toEqual([]);
});

test("a shop that feeds another workspace is named, and the others are connected", async () => {
  const { stage, ctx } = await aHome();
  const foreign = stage.as(await aWorkspace(), { role: "owner" });
  await connectShop(stage, foreign, "shopee", `shop:${first}`);
  const id = await anOffer(stage, ctx);
  expect(await connectShops(ctx, { id, accountRefs: [first ?? "", second ?? ""] })).toMatchObject({ elsewhere: ["Loja Demo Shopee"] });
  expect((await shopsOf(ctx)).map((row) => row.accountRef)).toEqual([second]);
  expect((await shopsOf(foreign)).map((row) => row.state)).toEqual(["active"]);
});

test("authorising one channel again with such a consent renews all shops that are connected, and adds none", async () => {
  const { stage, ctx } = await aHome();
  const { channelId } = await connectShop(stage, ctx, "shopee", `shop:${second}`);
  const [before] = await shopsOf(ctx);
  expect(await consent(stage, ctx, channelId)).toEqual({ kind: "connected", channelId, isNew: false });
  const [after, ...others] = await shopsOf(ctx);
  expect([after?.id, others]).toEqual([channelId, []]);
  expect(after?.sealedTokens).not.toBe(before?.sealedTokens);
});
