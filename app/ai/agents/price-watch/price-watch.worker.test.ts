import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { toolbox } from "#app/ai/tools/toolbox.server.ts";
import { applyProposal, giveUpProposal, takeBackProposal } from "#app/domain/agents/apply-proposal.server.ts";
import { beginRun, recall } from "#app/domain/agents/begin-run.server.ts";
import { approveProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import { listRuns } from "#app/domain/agents/list-runs.server.ts";
import { recordRun } from "#app/domain/agents/record-run.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { agentSettings } from "#app/domain/agents/settings.ts";
import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { runListingChange } from "#app/domain/catalog/run-listing-change.server.ts";
import { AppError } from "#app/domain/errors.ts";
import type { ChannelDoor } from "#app/domain/channels/ports.ts";
import { disconnectChannel } from "#app/domain/channels/disconnect-channel.server.ts";
import { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import type { MarketOffers } from "#app/domain/selling/ports.ts";
import { proposals } from "#db/schema/agents.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { listingChanges } from "#db/schema/selling.ts";
import { onlyThese } from "#db/testing/scripted-door.ts";
import { applyAll, scriptedChannels } from "#db/testing/scripted-channel.ts";
import { aListing, anOrder, anOrderItem } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { expectSound, ofRule, rulesOf } from "../testing/planted.ts";
import { priceWatchBrain } from "./brain.server.ts";

const dayMs = 24 * 3_600_000;
const competition = { state: "competing", priceToWinCents: 18_500, winnerPriceCents: 18_500, reasons: [] };

/** A shop with one listing that does not win, whose parcels have been billed before. */
async function aShop({ offers, script = applyAll }: { offers?: MarketOffers; script?: Parameters<typeof scriptedChannels>[0] } = {}) {
  const home = await aWorkspace();
  const door = scriptedChannels(script);
  const stage = createStage({ channelDoor: door, ...(offers === undefined ? {} : { marketOffers: offers }) });
  const nowMs = stage.clock.now();
  const { channelId, variantId } = home.shop;
  const listing = aListing({
    channelId,
    variantId,
    gtin: "7891234567895",
    linkState: "linked",
    competition,
    detailsReadAt: nowMs - 3_600_000,
  });
  const { id: orderId, ...order } = anOrder({ channelId, placedAt: nowMs - dayMs, units: 1, shippingCostCents: 2_000, feeCents: null });
  const item = anOrderItem({ orderId, channelId, listingRef: listing.listingRef, quantity: 1, placedAt: nowMs - dayMs });
  await writeRows(
    home.id,
    updateWhere(variants, eq(variants.id, variantId), { costCents: 8_000, currency: "BRL", updatedAt: nowMs }),
    insert(listings, listing),
    insert(orders, { id: orderId, ...order }),
    insert(orderItems, item),
  );
  const manager = stage.as(home, { role: "manager" });
  const agent = stage.as(home, { scopes: [...priceWatchBrain.scopes, "agents:read"] });
  const look = async (settings = agentSettings["price-watch"].parse({}), isDry = false) => {
    const seen = await priceWatchBrain.observe({
      ctx: agent,
      settings,
      messages: [],
      recall: (key) => recall(agent, key),
      isDry,
      mayLook: () => true,
      looksAhead: () => undefined,
    });
    const outcome = priceWatchBrain.decide(seen, settings, stage.clock.now());
    expectSound(outcome);
    return outcome;
  };
  const propose = async () => {
    const { runId } = await runAgent(manager, { kind: "price-watch", mode: "live" });
    const begun = await beginRun(agent, { id: runId });
    if (begun === undefined) throw new Error("there was nothing to begin");
    await recordRun(agent, begun, await look());
    const [open] = (await listProposals(manager, { agent: "price-watch", state: "open" })).data;
    const id = open?.id ?? "";
    await approveProposals(manager, { ids: [id] });
    return id;
  };
  const stateOf = (id: string) => manager.db.first(proposals, eq(proposals.id, id));
  const price = async () => (await manager.db.first(listings, eq(listings.id, listing.id)))?.priceCents;
  return { home, stage, door, manager, agent, listing, look, propose, stateOf, price, system: stage.as(home, { system: "events" }) };
}

test("a listing is seen with its costs, bills, sales and moves, and its price is proposed, set, and taken back", async () => {
  const { manager, agent, listing, look, propose, stateOf, price, door } = await aShop();
  const [move] = ofRule(await look(), "price.lower-to-win");
  expect(move?.facts).toMatchObject({ costCents: 8_000, shippingCents: 2_000, unitsSold7d: 1, feeRule: "mlb/classic/from-79" });
  expect(move?.proposal?.call.input).toEqual({ listingId: listing.id, fromCents: 18_990, toCents: 18_499, currency: "BRL" });
  const id = await propose();
  await applyProposal(agent, id, toolbox);
  expect(await stateOf(id)).toMatchObject({ state: "applied", failure: null, result: { changeId: `chg_${id}`, priceCents: 18_499 } });
  expect([await price(), door.calls.length]).toEqual([18_499, 1]);
  expect(rulesOf(await look())).toContain("price.left-elsewhere");
  await undoProposal(manager, { id });
  await takeBackProposal(agent, id, toolbox);
  expect(await stateOf(id)).toMatchObject({ state: "undone" });
  expect(await price()).toBe(18_990);
  expect(rulesOf(await look())).toContain("price.cooling-down");
});

test("who comes second is withdrawn and its agent looks again; the price of the first stands", async () => {
  const { manager, agent, system, listing, propose, stateOf, price } = await aShop();
  const id = await propose();
  const { id: changeId } = await requestListingChange(manager, { listingIds: [listing.id], kind: "price", rule: "set", value: 18_800 });
  await runListingChange(system, { changeId });
  await applyProposal(agent, id, toolbox);
  expect(await stateOf(id)).toMatchObject({ state: "superseded", failure: null });
  expect(await price()).toBe(18_800);
  expect((await listRuns(manager, { agent: "price-watch" })).data[0]).toMatchObject({ state: "queued", trigger: "message" });
});

test("what somebody changed after the move is not taken back", async () => {
  const { manager, agent, system, listing, propose, stateOf, price } = await aShop();
  const id = await propose();
  await applyProposal(agent, id, toolbox);
  const { id: changeId } = await requestListingChange(manager, { listingIds: [listing.id], kind: "price", rule: "set", value: 17_000 });
  await runListingChange(system, { changeId });
  await undoProposal(manager, { id });
  await takeBackProposal(agent, id, toolbox);
  expect(await stateOf(id)).toMatchObject({ state: "applied", failure: "priceChangedSince" });
  expect(await price()).toBe(17_000);
});

test("a marketplace that never answers leaves no move hanging behind a proposal that was given up", async () => {
  const { manager, agent, propose, stateOf, price } = await aShop({
    script: () => {
      throw new ChannelError("unavailable");
    },
  });
  const id = await propose();
  await expect(applyProposal(agent, id, toolbox)).rejects.toMatchObject({ code: "unavailable" });
  await giveUpProposal(agent, id, toolbox);
  expect(await stateOf(id)).toMatchObject({ state: "failed", failure: "proposalUnreachable" });
  expect(await manager.db.first(listingChanges, eq(listingChanges.id, `chg_${id}`))).toMatchObject({ state: "cancelled" });
  expect(await price()).toBe(18_990);
});

test("a feed of offers is asked for what is on sale; one that is down costs only its hints", async () => {
  const asked: string[][] = [];
  const silent: MarketOffers = {
    offersOf: (_feed, gtins) => {
      asked.push([...gtins]);
      return Promise.reject(new AppError("unavailable", "offersFeedUnavailable"));
    },
  };
  const { look } = await aShop({ offers: silent });
  const settings = agentSettings["price-watch"].parse({ offersFeed: "demo" });
  expect(rulesOf(await look(settings))).toEqual(["price.lower-to-win", "price.left-cost-unknown", "price.feed-silent"]);
  expect(asked).toEqual([["7891234567895"]]);
});

const aFeed = agentSettings["price-watch"].parse({ offersFeed: "demo" });

async function erase(home: Awaited<ReturnType<typeof aWorkspace>>): Promise<void> {
  const nothing = () => Promise.resolve();
  const stage = createStage({ channelDoor: onlyThese<ChannelDoor>({ giveUp: nothing, eraseAnswers: nothing }) });
  await disconnectChannel(stage.as(home, { role: "owner" }), { id: home.shop.channelId, data: "erase" });
}

/** A shop whose feed tells of one seller, and the line of time of its product as far as prices go. */
async function aWatchedShop() {
  let landedCents = 17_500;
  let happens = () => Promise.resolve();
  const offers: MarketOffers = {
    async offersOf(_feed, gtins) {
      await happens();
      const offer = { seller: "Casa & Cia", currency: "BRL", isNew: true, inStock: true };
      return gtins.map((gtin) => ({ ...offer, gtin, landedCents, seenAtMs: shop.stage.clock.now() - 60_000 }));
    },
  };
  const shop = await aShop({ offers });
  const { home, manager, listing } = shop;
  await writeRows(home.id, removeWhere(priceSightings, sql`true`));
  const prices = async () => {
    const { data } = await listProductShoppers(manager, { id: home.shop.productId, limit: 40, kind: "price" });
    return data.flatMap((one) => (one.kind === "price" && (one.listingId ?? listing.id) === listing.id ? [one] : []));
  };
  const set = (change: Partial<typeof listings.$inferInsert>) =>
    writeRows(home.id, updateWhere(listings, eq(listings.id, listing.id), change));
  const offer = (cents: number) => {
    landedCents = cents;
  };
  const meanwhile = (act: typeof happens) => {
    happens = act;
  };
  return { ...shop, prices, set, offer, meanwhile };
}

test("what a look saw of prices stands in the product's line of time, once, and again where it changed", async () => {
  const { stage, look, listing, prices, set, offer } = await aWatchedShop();
  await look(aFeed);
  const first = await prices();
  expect(first.map(({ what }) => what).toSorted()).toEqual(["offer", "winner"]);
  const seenFirst = { what: "offer", seller: "Casa & Cia", cents: 17_500, before: null, ours: 18_990, listingId: null };
  expect(first.find(({ what }) => what === "offer")).toMatchObject(seenFirst);
  expect(first.find(({ what }) => what === "winner")).toMatchObject({ state: "competing", cents: 18_500, listingId: listing.id });
  stage.clock.advance(3_600_000);
  await look(aFeed);
  expect(await prices()).toEqual(first);
  stage.clock.advance(3_600_000);
  offer(16_900);
  await set({ priceCents: 18_400, competition: { ...competition, state: "winning" }, detailsReadAt: stage.clock.now() });
  await look(aFeed);
  expect((await prices()).slice(0, 3).map(({ what, state, cents, before }) => [what, state, cents, before])).toEqual(
    expect.arrayContaining([
      ["own", "elsewhere", 18_400, 18_990],
      ["winner", "winning", 18_500, 18_500],
      ["offer", "on-sale", 16_900, 17_500],
    ]),
  );
});

test("a price that was changed from here is told as a change and not as something seen", async () => {
  const { stage, look, manager, system, listing, prices } = await aWatchedShop();
  await look();
  stage.clock.advance(3_600_000);
  const { id: changeId } = await requestListingChange(manager, { listingIds: [listing.id], kind: "price", rule: "set", value: 18_800 });
  await runListingChange(system, { changeId });
  stage.clock.advance(3_600_000);
  await look();
  expect((await prices()).map(({ what }) => what)).toEqual(["winner"]);
  expect(await manager.db.first(priceSightings, eq(priceSightings.state, "here"))).toMatchObject({ cents: 18_800, beforeCents: 18_990 });
});

test("a dry look keeps nothing of what it saw, and who may not read sales is told of no prices", async () => {
  const { home, stage, look, manager, prices } = await aWatchedShop();
  await look(aFeed, true);
  expect(await manager.db.count(priceSightings)).toBe(0);
  await look(aFeed);
  expect(await prices()).toHaveLength(2);
  const key = stage.as(home, { scopes: ["shoppers:read"] });
  expect((await listProductShoppers(key, { id: home.shop.productId, limit: 40, kind: "price" })).data).toEqual([]);
});

const left = async ({ manager }: Awaited<ReturnType<typeof aShop>>) =>
  (await manager.db.all(priceSightings)).map(({ kind, seller }) => [kind, seller]);

test("erased with its channel, what was seen of a listing's prices is gone and offers of its code stay", async () => {
  const shop = await aWatchedShop();
  const { home, look, listing } = shop;
  await look(aFeed);
  await writeRows(home.id, updateWhere(trendSightings, sql`true`, { goodId: listing.id }));
  await erase(home);
  expect(await left(shop)).toEqual([["offer", "Casa & Cia"]]);
  expect(await shop.manager.db.count(trendSightings)).toBe(0);
});

test("a look that was under way when the channel was erased brings nothing of it back", async () => {
  const shop = await aWatchedShop();
  shop.meanwhile(() => erase(shop.home));
  await shop.look(aFeed);
  expect(await left(shop)).toEqual([["offer", "Casa & Cia"]]);
});
