import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { recommendations, reputationDays, scoreDays } from "#db/schema/selling.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { dumpOf } from "#db/testing/database.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aQuestion, aReview, aVariant } from "#db/testing/shop-rows.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, remove, updateWhere } from "#db/writes.ts";
import { readListing } from "../catalog/read-listing.server.ts";
import { listKeptChannels } from "../channels/list-channels.server.ts";
import { disconnectChannel } from "../channels/disconnect-channel.server.ts";
import type { ServiceContext } from "../context.ts";
import { readSales } from "./read-sales.server.ts";
import { listRecommendations } from "./list-recommendations.server.ts";
import { readScore } from "./read-score.server.ts";
import { readScoreSummary } from "./read-score-summary.server.ts";
import { refreshAdvice, refreshAdviceFrom } from "./refresh-advice.server.ts";
import { dismissRecommendation } from "./dismiss-recommendation.server.ts";

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

function account(claims: number, rateBp: number) {
  const metric = { windowDays: 60, target: null };
  return {
    isUsable: true,
    answerMinutes: null,
    reputation: {
      level: "5_green",
      medal: null,
      levelWithoutProtection: null,
      protectedUntilMs: null,
      salesCompleted: 240,
      metrics: [{ ...metric, key: "claims", rateBp, count: claims, base: 240 }],
    },
  };
}

type Shop = { home: TestWorkspace; stage: Stage; ctx: ServiceContext; channelId: string; listingId: string; variantId: string };

/** A shop with one channel and one listing of which nothing is wrong, and a system that looks at it. */
async function aShop(change: Partial<Parameters<typeof aListing>[0]> = {}): Promise<Shop> {
  const home = await aWorkspace();
  const [channelId, productId, variantId, listingId] = ["chn", "prd", "var", "lst"].map((kind) => testIds.next(kind)) as [
    string,
    string,
    string,
    string,
  ];
  const good = {
    imageUrls: ["a", "b", "c"],
    description: "Ferve rápido e desliga sozinha. ".repeat(5),
    gtin: "7891234567895",
    quality: { score: 90, level: "", issues: [] },
    qualityScore: 90,
    variantId,
    linkState: "linked",
    remoteCreatedAt: stageStartMs - 10 * dayMs,
  };
  await writeRows(
    home.id,
    updateWhere(channels, eq(channels.id, home.shop.channelId), { state: "disconnected" }),
    insert(channels, aChannel({ id: channelId, account: account(1, 42) })),
    insert(products, aProduct({ id: productId })),
    insert(variants, aVariant({ id: variantId, productId, stock: 500 })),
    insert(listings, aListing({ id: listingId, channelId, listingRef: "MLB9", stock: 500, ...good, ...change })),
  );
  const stage = createStage();
  return { home, stage, ctx: stage.as(home, { system: "refresh-advice" }), channelId, listingId, variantId };
}

async function sell({ home, channelId }: Shop, count: number, at = stageStartMs - dayMs): Promise<void> {
  const rows = Array.from({ length: count }, () =>
    anOrder({ channelId, placedAt: at, shippedAt: at + hourMs, shipBy: at + dayMs, state: "delivered" }),
  );
  const items = rows.map(({ id }) => anOrderItem({ orderId: id, channelId, listingRef: "MLB9", placedAt: at }));
  await writeRows(home.id, insert(orders, ...rows), insert(orderItems, ...items));
}

async function open(ctx: ServiceContext) {
  const { data } = await listRecommendations(ctx, { limit: 200 });
  return Object.fromEntries(data.map((advice) => [advice.ruleId, advice]));
}

test("a shop in order gets no advice, and advice whose cause is gone settles by itself", async () => {
  const shop = await aShop();
  await sell(shop, 3);
  // The world's own advice is about a channel that is no longer connected.
  expect(await refreshAdvice(shop.ctx)).toMatchObject({ opened: 0, settled: 1 });
  await writeRows(shop.home.id, updateWhere(listings, eq(listings.id, shop.listingId), { imageUrls: [] }));
  expect(await refreshAdvice(shop.ctx)).toMatchObject({ opened: 1, settled: 0 });
  await writeRows(shop.home.id, updateWhere(listings, eq(listings.id, shop.listingId), { imageUrls: ["a", "b", "c"] }));
  shop.stage.clock.advance(hourMs);
  expect(await refreshAdvice(shop.ctx)).toMatchObject({ opened: 0, settled: 1 });
  expect(await open(shop.ctx)).toEqual({});
});

test("what rules find is kept once, with figures, what is expected and what would mend it", async () => {
  const shop = await aShop({ imageUrls: ["a"], stock: 0 });
  await sell(shop, 12);
  const first = await refreshAdvice(shop.ctx);
  const found = await open(shop.ctx);
  expect(Object.keys(found).toSorted()).toEqual(["few-pictures", "paused-by-stock"]);
  expect(found["few-pictures"]).toMatchObject({
    subject: { kind: "listing", id: shop.listingId },
    expected: { metric: "pictures", before: 1, after: 3, unit: "count" },
    evidence: expect.arrayContaining([{ key: "units30d", value: 12 }]) as unknown,
  });
  expect(found["paused-by-stock"]?.remedy).toEqual({ kind: "stock", listingId: shop.listingId, value: 500 });
  expect(first.opened).toBe(2);
  const before = await dumpOf(shop.home);
  expect(await refreshAdvice(shop.ctx)).toEqual({ opened: 0, refreshed: 2, settled: 0 });
  expect((await dumpOf(shop.home))["recommendations"]).toHaveLength(before["recommendations"]?.length ?? -1);
});

test("sales count by the day of the sale: a week, a month and a quarter are told apart", async () => {
  const shop = await aShop({ stock: 4, remoteCreatedAt: stageStartMs - 200 * dayMs });
  await sell(shop, 2, stageStartMs - 20 * dayMs);
  await sell(shop, 7, stageStartMs - 2 * dayMs);
  await refreshAdvice(shop.ctx);
  expect((await open(shop.ctx))["stock-runs-out"]?.evidence).toEqual([
    { key: "days", value: 4, unit: "days" },
    { key: "stock", value: 4, unit: "units" },
    { key: "units7d", value: 7 },
    { key: "units30d", value: 9 },
  ]);
});

test("dismissed advice stays away until its evidence is clearly worse", async () => {
  const shop = await aShop({ imageUrls: [] });
  await refreshAdvice(shop.ctx);
  const id = (await open(shop.ctx))["few-pictures"]?.id ?? "";
  await dismissRecommendation(shop.stage.as(shop.home, { role: "manager" }), { id, reason: "not-now" });
  await sell(shop, 40);
  await refreshAdvice(shop.ctx);
  expect(await open(shop.ctx)).toEqual({});
  await sell(shop, 20);
  await refreshAdvice(shop.ctx);
  expect((await open(shop.ctx))["few-pictures"]).toMatchObject({ id, dismissReason: null, decidedAt: null });
});

test("rules about an account see its orders, questions and metrics, and only its own", async () => {
  const shop = await aShop();
  const { home, channelId, stage, ctx } = shop;
  const readyAt = (shipBy: number) => anOrder({ channelId, state: "ready", shipBy });
  await writeRows(
    home.id,
    updateWhere(channels, eq(channels.id, channelId), { account: account(4, 167) }),
    insert(orders, readyAt(stageStartMs - hourMs), readyAt(stageStartMs + 2 * hourMs), readyAt(stageStartMs + 9 * hourMs)),
    insert(questions, aQuestion({ channelId, askedAt: stageStartMs - 30 * hourMs }), aQuestion({ channelId })),
    insert(
      reviews,
      ...["a tampa vaza", "tampa torta", "sem tampa"].map((text) => aReview({ channelId, listingRef: "MLB9", rating: 1, text })),
    ),
  );
  await refreshAdvice(ctx);
  const found = await open(stage.as(home, { role: "viewer" }));
  const figure = (rule: string, key: string) => found[rule]?.evidence.find((one) => one.key === key)?.value;
  expect(figure("claims-headroom-small", "orders")).toBe(0);
  expect([figure("late-today", "late"), figure("ship-by-soon", "dueSoon")]).toEqual([1, 1]);
  expect([figure("questions-waiting", "waiting"), figure("questions-waiting", "oldest")]).toEqual([1, 30]);
  expect([figure("bad-reviews", "badReviews"), figure("complaint-words", "word")]).toEqual([3, "tampa"]);
  expect(Object.values(found).every((advice) => advice.channelId === channelId)).toBe(true);
});

test("one SKU with two prices on one marketplace is found across listings", async () => {
  const shop = await aShop();
  await writeRows(
    shop.home.id,
    insert(
      listings,
      aListing({ channelId: shop.channelId, variantId: shop.variantId, linkState: "linked", priceCents: 20_990, stock: 500 }),
    ),
  );
  await refreshAdvice(shop.ctx);
  expect((await open(shop.ctx))["price-mismatch"]).toMatchObject({ channelId: "", subject: { kind: "sku", id: shop.variantId } });
});

test("a day has one score and one level, the last reading of it, and the next day another", async () => {
  const shop = await aShop();
  await sell(shop, 5);
  await refreshAdvice(shop.ctx);
  shop.stage.clock.advance(hourMs);
  await writeRows(shop.home.id, updateWhere(channels, eq(channels.id, shop.channelId), { account: account(24, 1_000) }));
  await refreshAdvice(shop.ctx);
  shop.stage.clock.advance(dayMs);
  await refreshAdvice(shop.ctx);
  const days = await shop.ctx.db.all(scoreDays, { orderBy: scoreDays.day.getSQL() });
  expect(days.map(({ day, channelId }) => `${day} ${channelId}`).toSorted()).toEqual(
    ["2026-11-21", "2026-11-22"].flatMap((day) => [`${day} `, `${day} ${shop.channelId}`]),
  );
  expect(await shop.ctx.db.count(reputationDays)).toBe(2);
  const report = await readScore(shop.ctx);
  expect(report.history.map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-22"]);
  expect(report.channels[0]?.parts[0]).toMatchObject({ points: 0, losses: [{ subject: "claims", lost: expect.any(Number) as number }] });
  const summary = await readScoreSummary(shop.ctx);
  expect(summary).toMatchObject({
    score: report.workspace.score,
    history: days.flatMap(({ channelId, score }) => (channelId === "" ? [score] : [])),
  });
});

test("a summary names the colour that is lost first", async () => {
  const shop = await aShop();
  await writeRows(shop.home.id, updateWhere(channels, eq(channels.id, shop.channelId), { account: account(3, 125) }));
  await refreshAdvice(shop.ctx);
  expect((await readScoreSummary(shop.ctx)).tightest).toEqual({ metric: "claims", band: "green", orders: 1, channelName: "Loja de teste" });
});

test("an account that was never read, or is stored in a shape we do not know, has no reputation and breaks nothing", async () => {
  const shop = await aShop();
  await writeRows(shop.home.id, updateWhere(channels, eq(channels.id, shop.channelId), { account: { reputation: "good" } }));
  await refreshAdvice(shop.ctx);
  expect((await readScore(shop.ctx)).channels[0]?.parts[0]?.gap).toBe("no-reputation");
});

test("a shop larger than a page is looked at whole", async () => {
  const shop = await aShop();
  const many = Array.from({ length: 450 }, () => aListing({ channelId: shop.channelId, linkState: "linked", imageUrls: [] }));
  await writeRows(shop.home.id, insert(listings, ...many));
  await refreshAdvice(shop.ctx);
  expect(await shop.ctx.db.count(recommendations, eq(recommendations.ruleId, "few-pictures"))).toBe(451);
});

test("without a channel there is no score and nothing to say", async () => {
  const { home, ctx, channelId } = await aShop();
  const [row] = await ctx.db.all(channels, { where: eq(channels.id, channelId) });
  if (row === undefined) throw new Error("no channel");
  await writeRows(home.id, remove(channels, row));
  expect(await refreshAdvice(ctx)).toMatchObject({ opened: 0, refreshed: 0 });
  expect(await readScore(ctx)).toMatchObject({ channels: [], workspace: { score: null, gap: "no-channel" } });
});

test("a large shop is advised in stretches: one that is done again opens nothing twice, and only the last one settles", async () => {
  const shop = await aShop();
  const many = Array.from({ length: 2_050 }, (_, index) =>
    aListing({ id: testIds.next("lst"), channelId: shop.channelId, listingRef: `MLB-many-${index}`, imageUrls: [] }),
  );
  await writeRows(shop.home.id, insert(listings, ...many));
  const first = await refreshAdviceFrom(shop.ctx, null);
  expect(first).toMatchObject({ settled: 0, next: expect.any(String) as unknown });
  shop.stage.clock.advance(hourMs);
  const second = await refreshAdviceFrom(shop.ctx, first.next);
  expect(second).toMatchObject({ settled: 1, next: null });
  expect(await refreshAdviceFrom(shop.ctx, first.next)).toMatchObject({ opened: 0, settled: 0, next: null });
  expect(await shop.ctx.db.count(recommendations, eq(recommendations.state, "open"))).toBe(first.opened + second.opened);
  expect(first.opened + second.opened).toBeGreaterThanOrEqual(2_050);
});

test("when the last channel is erased its score goes with it; while another is connected the whole stays", async () => {
  const shop = await aShop();
  await sell(shop, 12);
  await refreshAdvice(shop.ctx);
  const owner = shop.stage.as(shop.home, { role: "owner" });
  const other = testIds.next("chn");
  await writeRows(shop.home.id, insert(channels, aChannel({ id: other, accountRef: "other" })));
  expect((await readScoreSummary(owner)).score).not.toBeNull();
  await disconnectChannel(owner, { id: shop.channelId, data: "erase" });
  expect((await readScoreSummary(owner)).score).not.toBeNull();
  expect(shop.stage.committed.map(({ event }) => event.type)).toContain("advice.outdated");
  await disconnectChannel(owner, { id: other, data: "erase" });
  expect(await readScoreSummary(owner)).toMatchObject({ score: null, history: [] });
  const hasChannels = async () => (await readSales(owner, { days: 30 }, { timeZone: "UTC", currency: "BRL" })).hasChannels;
  expect(await hasChannels(), "the world's own channel was disconnected with its orders kept").toBe(true);
  await disconnectChannel(owner, { id: shop.home.shop.channelId, data: "erase" });
  expect(await hasChannels()).toBe(false);
});

test("a channel that is disconnected with its data kept leaves no advice and no score, and is still found to be erased", async () => {
  const shop = await aShop({ imageUrls: [] });
  await refreshAdvice(shop.ctx);
  const owner = shop.stage.as(shop.home, { role: "owner" });
  expect(Object.keys(await open(owner))).toContain("few-pictures");
  await disconnectChannel(owner, { id: shop.channelId, data: "keep" });
  expect(await open(owner)).toEqual({});
  expect((await readScoreSummary(owner)).score).toBeNull();
  expect((await listKeptChannels(owner)).map(({ id }) => id)).toContain(shop.channelId);
  expect((await readListing(owner, { id: shop.listingId })).refusals).toMatchObject({ price: "channel-ended", stock: "channel-ended" });
  await writeRows(shop.home.id, updateWhere(channels, eq(channels.id, shop.channelId), { state: "active" }));
  await refreshAdvice(shop.ctx);
  expect(Object.keys(await open(owner)), "connected again").toContain("few-pictures");
  await disconnectChannel(owner, { id: shop.channelId, data: "erase" });
  expect((await listKeptChannels(owner)).map(({ id }) => id)).not.toContain(shop.channelId);
});
