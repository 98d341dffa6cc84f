import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { channels } from "#db/schema/channels.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { interactionProducts, interactions } from "#db/schema/interactions.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { patterns } from "#db/schema/patterns.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, type NewRow, updateWhere } from "#db/writes.ts";
import { decidePattern } from "../patterns/decide-pattern.server.ts";
import { advisePattern } from "./advise-pattern.server.ts";
import { applyRecommendation } from "./apply-recommendation.server.ts";
import { dismissRecommendation } from "./dismiss-recommendation.server.ts";
import { measureRecommendations } from "./measure-recommendations.server.ts";
import { readRecommendation } from "./read-recommendation.server.ts";
import { listRecommendations } from "./list-recommendations.server.ts";
import { refreshAdvice } from "./refresh-advice.server.ts";

const dayMs = 24 * 3_600_000;
const startDay = new Date(stageStartMs - dayMs).toISOString().slice(0, 10);

/** A kettle of which one a day is sold, with stock for forty days, that shoppers pay for the delivery of. */
async function aShop() {
  const home = await aWorkspace();
  const [channelId, productId, variantId, listingId] = [
    testIds.next("chn"),
    testIds.next("prd"),
    testIds.next("var"),
    testIds.next("lst"),
  ] as const;
  const sold = Array.from({ length: 30 }, (_one, index) =>
    anOrder({ channelId, placedAt: stageStartMs - index * dayMs, state: "delivered" }),
  );
  await writeRows(
    home.id,
    updateWhere(channels, eq(channels.id, home.shop.channelId), { state: "disconnected" }),
    insert(channels, aChannel({ id: channelId })),
    insert(products, aProduct({ id: productId })),
    insert(variants, aVariant({ id: variantId, productId, stock: 40 })),
    insert(
      listings,
      aListing({ id: listingId, channelId, listingRef: "MLB9", variantId, linkState: "linked", stock: 40, freeShipping: false }),
    ),
    insert(orders, ...sold),
    insert(
      orderItems,
      ...sold.map(({ id, placedAt }) => anOrderItem({ orderId: id, channelId, listingRef: "MLB9", placedAt: placedAt ?? stageStartMs })),
    ),
  );
  const stage = createStage();
  const ctx = stage.as(home, { system: "refresh-advice" });
  const found = async (row: Partial<NewRow<typeof patterns>> & Pick<NewRow<typeof patterns>, "kind" | "key">) => {
    const id = testIds.next("pat");
    const figures = { support: 44, outOf: 200, confidencePerMille: 999, changePercent: 90, strength: 22, interactionIds: [] };
    const when = { period: "week", startDay, foundAt: stageStartMs, createdAt: stageStartMs };
    const open = { state: "open", dismissedBecause: null, facts: {}, effectPerMille: 2_500 };
    await writeRows(home.id, insert(patterns, { id, ...figures, ...when, ...open, ...row }));
    return id;
  };
  const risingOf = (product: string) => ({ kind: "rising", key: `product:${product}`, facts: { productId: product, name: "Chaleira" } });
  /** A visit about a product that broke off at what delivery costs, or at something else. */
  const visit = async (product: string, { ago = dayMs, tag = "hesitation:shipping-cost" } = {}) => {
    const [row] = await ctx.db.all(interactions, { where: eq(interactions.id, home.shop.interactionId) });
    if (row === undefined) throw new Error("a test's shop has an interaction");
    const { workspaceId: _workspace, version: _version, ...known } = row;
    const id = testIds.next("int");
    const occurredAt = stageStartMs - ago;
    await writeRows(
      home.id,
      insert(interactions, { ...known, id, subjectId: id, occurredAt, tags: [tag] }),
      insert(interactionProducts, {
        id: testIds.next("ipr"),
        interactionId: id,
        productKey: "k",
        productId: product,
        role: "viewed",
        occurredAt,
      }),
    );
  };
  const advice = async () => {
    await refreshAdvice(ctx);
    stage.clock.advance(1_000);
    const { data } = await listRecommendations(ctx, { group: "shoppers", limit: 50 });
    return data;
  };
  return { home, stage, ctx, productId, listingId, found, risingOf, visit, advice };
}

test("a product that more shoppers look at is advised to be bought again before its stock is short, until its pattern is put aside", async () => {
  const { home, stage, productId, listingId, found, risingOf, advice } = await aShop();
  await found(risingOf(testIds.next("prd")));
  await found({ ...risingOf(productId), period: "month" });
  await found({ ...risingOf(productId), period: "day", startDay: "2026-10-01" });
  expect(await advice()).toEqual([]);
  const id = await found(risingOf(productId));
  const [given, ...others] = await advice();
  expect(others).toEqual([]);
  expect(given).toMatchObject({
    ruleId: "rising-stock-short",
    subject: { kind: "listing", id: listingId },
    expected: { metric: "days-of-stock", before: 16, after: 30 },
    href: `/patterns?period=week&start=${startDay}&kind=rising`,
  });
  expect(given?.evidence).toEqual([
    { key: "rise", value: 15_000, unit: "bp" },
    { key: "visits", value: 44 },
    { key: "days", value: 16, unit: "days" },
    { key: "daysNow", value: 40, unit: "days" },
    { key: "stock", value: 40, unit: "units" },
  ]);
  await decidePattern(stage.as(home, { role: "owner" }), { id, state: "dismissed", reason: "known" });
  expect(await advice()).toEqual([]);
});

test("visits that broke off over shipping count for the product they were about, while a pattern says that more of them do", async () => {
  const { productId, listingId, found, visit, advice } = await aShop();
  const other = testIds.next("prd");
  for (const product of [productId, productId, other, other, other]) await visit(product);
  await visit(productId, { tag: "hesitation:payment" });
  await visit(productId, { ago: 20 * dayMs });
  await found({ kind: "hesitation", key: "reason:shipping-cost", facts: { reason: "shipping-cost" } });
  expect(await advice()).toEqual([]);
  await visit(productId);
  expect(await advice()).toMatchObject([
    {
      ruleId: "shipping-holds-back",
      subject: { id: listingId },
      evidence: [{ key: "visits", value: 3 }, { key: "price" }, { key: "units30d" }],
    },
  ]);
});

test("without a pattern that says so, visits are no advice; and patterns of one workspace say nothing in another", async () => {
  const [one, other] = [await aShop(), await aShop()];
  for (let times = 0; times < 5; times += 1) await one.visit(one.productId);
  await one.found({ kind: "hesitation", key: "reason:payment", facts: { reason: "payment" } });
  await other.found({ kind: "hesitation", key: "reason:shipping-cost", facts: { reason: "shipping-cost" } });
  await other.found(other.risingOf(one.productId));
  expect(await one.advice()).toEqual([]);
  expect(await other.advice()).toEqual([]);
});

const vain = { kind: "search-in-vain", key: "query:mop", facts: { query: "mop" } };

test("a pattern is made something to do once, stays while it shows and is settled when it no longer does", async () => {
  const { home, stage, ctx, found, advice } = await aShop();
  const manager = stage.as(home, { role: "manager" });
  const id = await found(vain);
  expect(await advice()).toEqual([]);
  const made = await advisePattern(manager, { id });
  expect(made).toMatchObject({
    ruleId: "shopper-pattern",
    group: "shoppers",
    state: "open",
    subject: { kind: "pattern", id: "week/search-in-vain/query:mop", label: "mop" },
    expected: { metric: "visits-beyond", before: 22, after: 0 },
    href: `/patterns?period=week&start=${startDay}&kind=search-in-vain`,
  });
  expect((await advisePattern(manager, { id })).id).toBe(made.id);
  const entries = await ctx.db.all(auditLog, { where: eq(auditLog.action, "pattern.advised") });
  expect(entries).toMatchObject([{ actorId: home.people.manager.id, subjectLabel: "mop" }]);
  await found({ ...vain, startDay: new Date(stageStartMs + 6 * dayMs).toISOString().slice(0, 10), strength: 31, support: 50 });
  expect(await advice()).toMatchObject([{ id: made.id, expected: { before: 31 } }]);
  stage.clock.advance(40 * dayMs);
  expect(await advice()).toEqual([]);
  expect(await readRecommendation(manager, { id: made.id })).toMatchObject({ state: "settled" });
  await expect(advisePattern(manager, { id })).rejects.toMatchObject({ code: "conflict", reason: "patternOutdated" });
});

test("what came of it is measured: nothing beyond what was to be expected once the pattern is gone", async () => {
  const { home, stage, ctx, found } = await aShop();
  const owner = stage.as(home, { role: "owner" });
  const { id } = await advisePattern(owner, { id: await found(vain) });
  await applyRecommendation(owner, { id });
  stage.clock.advance(7 * dayMs);
  await found({ ...vain, startDay: new Date(stageStartMs + 6 * dayMs).toISOString().slice(0, 10), strength: 9 });
  await measureRecommendations(ctx);
  expect(await readRecommendation(owner, { id })).toMatchObject({ state: "applied", measuredAfter7: { value: 9 } });
  stage.clock.advance(60 * dayMs);
  await measureRecommendations(ctx);
  expect(await readRecommendation(owner, { id })).toMatchObject({ expected: { before: 22, after: 0 }, measuredAfter14: { value: 0 } });
});

test("what was put aside, or only described, is nothing to do; and what somebody dismissed is there again when it is asked for", async () => {
  const { home, stage, found, advice } = await aShop();
  const owner = stage.as(home, { role: "owner" });
  const id = await found(vain);
  const made = await advisePattern(owner, { id });
  await dismissRecommendation(owner, { id: made.id, reason: "not-now" });
  expect(await advice()).toEqual([]);
  expect(await advisePattern(owner, { id })).toMatchObject({ id: made.id, state: "open", dismissReason: null });
  await decidePattern(owner, { id, state: "dismissed", reason: "known" });
  stage.clock.advance(1_000);
  expect(await advice()).toEqual([]);
  await expect(advisePattern(owner, { id })).rejects.toMatchObject({ code: "conflict", reason: "patternOutdated" });
  const described = await found({ kind: "observed", key: "ended" });
  await expect(advisePattern(owner, { id: described })).rejects.toMatchObject({ code: "conflict", reason: "patternOnlyDescribed" });
});
