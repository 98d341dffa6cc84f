import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { recall } from "#app/domain/agents/begin-run.server.ts";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { channels } from "#db/schema/channels.ts";
import { aDepot } from "#db/testing/depot.ts";
import { writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import type { Eyes } from "./brain.ts";
import { optimizerBrain } from "./optimizer/brain.server.ts";
import { syncBrain } from "./sync/brain.server.ts";
import { expectSound, ofRule, rulesOf } from "./testing/planted.ts";
import { managerBrain } from "./warehouse-manager/brain.server.ts";

function eyesOf<Settings>(ctx: ServiceContext, settings: Settings, looks = 100): Eyes<Settings> {
  let left = looks;
  const mayLook = () => {
    left -= 1;
    return left >= 0;
  };
  return { ctx, settings, messages: [], recall: (key) => recall(ctx, key), isDry: false, mayLook, looksAhead: () => undefined };
}

test("the optimizer sees orders, shelves and reserve as the rooms know them, and proposes a wave", async () => {
  const { home, stage, manager, receive, anOrder, aProduct, zoneA } = await aDepot();
  const { variantId, listingRef } = await aProduct();
  await receive(zoneA, variantId, 5);
  const orderId = await anOrder([{ listingRef, quantity: 2 }]);
  const settings = agentSettings.optimizer.parse({ waveOrders: 1 });
  const ctx = stage.as(home, { scopes: [...optimizerBrain.scopes, "agents:read"] });
  const seen = await optimizerBrain.observe(eyesOf(ctx, settings));
  expect(seen.log).toMatchObject([{ orderId, sku: variantId, quantity: 2, zoneId: null, isOpen: true }]);
  const outcome = optimizerBrain.decide(seen, settings, manager.clock.now());
  expectSound(outcome);
  const [wave] = ofRule(outcome, "optimizer.release-wave");
  expect(wave?.proposal?.call).toMatchObject({ tool: "release-orders", input: { orderIds: [orderId] } });
});

test("who may look no further says what was not seen", async () => {
  const { home, stage, manager } = await aDepot();
  const settings = agentSettings.optimizer.parse({});
  const ctx = stage.as(home, { scopes: [...optimizerBrain.scopes, "agents:read"] });
  const seen = await optimizerBrain.observe(eyesOf(ctx, settings, 3));
  expect(seen.zones).toHaveLength(1);
  expect(rulesOf(optimizerBrain.decide(seen, settings, manager.clock.now()))).toContain("optimizer.unseen");
});

test("the manager sees promised picks and corrected bins", async () => {
  const { home, stage, receive, anOrder, aProduct, zoneA, ask, settle, warehouseId, manager } = await aDepot();
  const { variantId, listingRef } = await aProduct();
  await receive(zoneA, variantId, 5);
  const orderId = await anOrder([{ listingRef, quantity: 2 }]);
  await releaseOrders(manager, { warehouseId, orderIds: [orderId] });
  await settle();
  await ask(zoneA, { type: "adjust", sku: variantId, binId: "shelf-1", delta: 1, reason: "found" });
  const settings = agentSettings["warehouse-manager"].parse({});
  const ctx = stage.as(home, { scopes: [...managerBrain.scopes, "agents:read"] });
  // Rooms have clocks of their own.
  const late = { ...ctx, clock: { ...ctx.clock, now: () => Date.now() + 60_000 } };
  const seen = await managerBrain.observe(eyesOf(late, settings));
  expect(seen.work.get(zoneA)?.corrected).toMatchObject([{ sku: variantId, binId: "shelf-1", byHand: 1, counted: 0 }]);
  expect(seen.zones.find(({ id }) => id === zoneA)?.tasks).toMatchObject([{ kind: "pick", sku: variantId, qty: 2 }]);
  const outcome = managerBrain.decide(seen, settings, late.clock.now());
  expectSound(outcome);
  expect(outcome.messages).toContainEqual({ type: "stock-corrected", to: "sync", body: { zoneId: zoneA, skus: [variantId] } });
});

test("sync sees the listings of channels that follow the warehouses, and where what is oversold lies", async () => {
  const { home, stage, receive, aProduct, zoneA, channelId, manager } = await aDepot();
  const { variantId } = await aProduct();
  await receive(zoneA, variantId, 1);
  const settings = agentSettings.sync.parse({});
  const ctx = stage.as(home, { scopes: [...syncBrain.scopes, "agents:read"] });
  expect((await syncBrain.observe(eyesOf(ctx, settings))).channels).toEqual([]);
  await writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { stockFromWarehouse: true }));
  const seen = await syncBrain.observe(eyesOf(ctx, settings));
  const outcome = syncBrain.decide(seen, settings, manager.clock.now());
  expectSound(outcome);
  expect(ofRule(outcome, "sync.oversell-risk")[0]).toMatchObject({ subject: { id: variantId }, facts: { unitsAvailable: 1 } });
});
