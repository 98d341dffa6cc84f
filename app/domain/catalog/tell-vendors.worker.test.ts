import { and, eq, isNotNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { channelNotices, channels } from "#db/schema/channels.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { handleNotices } from "../channels/handle-notices.server.ts";
import type { VendorId } from "../channels/ports.ts";
import { receiveNotices } from "../channels/receive-notices.server.ts";
import { resyncOne } from "../channels/resync-one.server.ts";
import { setStockSource } from "../channels/set-stock-source.server.ts";
import { projectZone } from "../warehouse/project-zone.server.ts";
import { tellStock } from "./tell-stock.server.ts";

beforeEach(freeAccounts);

/** A plain listing of the demo shop, linked to a SKU of which the warehouse holds some. */
async function aLinkedListing(vendor: VendorId) {
  const home = await aWorkspace();
  const stage = createStage();
  const [person, system] = [stage.as(home, { role: "owner" }), stage.as(home, { system: "events" })];
  const { channelId } = await connectShop(stage, person, vendor);
  const ref = await plainListing(stage, vendor);
  const read = () => resyncOne(system, { id: channelId, about: "listing", ref });
  await read();
  const own = and(eq(listings.channelId, channelId), eq(listings.listingRef, ref), eq(listings.modelRef, ""));
  const link = { variantId: home.shop.variantId, linkState: "linked" };
  if (own !== undefined) await writeRows(home.id, updateWhere(listings, own, link));
  await setStockSource(person, { id: channelId, fromWarehouse: true });
  let seq = 0;
  const hold = (onHand: number) => {
    seq += 1;
    const totals = [{ sku: home.shop.variantId, onHand, reserved: 0, onHold: 0, damaged: 0, inTransit: 0 }];
    return projectZone(system, { zoneId: home.shop.zoneId, seq, totals });
  };
  /** What the marketplace itself says. */
  const there = async () => {
    stage.clock.advance(1_000);
    await read();
    const row = await system.db.first(listings, own);
    return row === undefined ? undefined : [row.stock, row.status];
  };
  return { home, stage, system, channelId, ref, hold, there };
}

async function plainListing(stage: Stage, vendor: VendorId): Promise<string> {
  if (vendor === "mercado-livre") {
    const listing = "MLB3300000003";
    stage.marketplaces.act(vendor, "change-stock", { listing, stock: 20 });
    stage.marketplaces.act(vendor, "change-logistics", { listing, logistics: "cross_docking" });
    stage.marketplaces.act(vendor, "activate", { listing });
    return listing;
  }
  for (let tries = 0; tries < 50; tries += 1) {
    const { itemId, modelId } = stage.marketplaces.act(vendor, "change-stock", { stock: 20, reserved: 0 });
    if (Number(modelId) === 0) return String(itemId);
  }
  return Promise.reject(new Error("no plain listing was found"));
}

async function deliverAll(stage: Stage, vendor: VendorId): Promise<void> {
  for (const webhook of stage.marketplaces.webhooks.splice(0)) {
    const headers = new Headers({ ...webhook.headers, ...(await webhook.sign?.()) });
    await receiveNotices(stage.visitor, { vendor, url: webhook.url, headers, body: webhook.body });
  }
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test("shows what the warehouse has, takes it off sale at zero and puts it back", async () => {
    const { system, hold, there } = await aLinkedListing(vendor);
    await hold(7);
    await tellStock(system);
    expect(await there()).toEqual([7, "active"]);
    await hold(0);
    await tellStock(system);
    expect(await there()).toEqual([0, vendor === "mercado-livre" ? "paused" : "active"]);
    await hold(3);
    await tellStock(system);
    expect(await there()).toEqual([3, "active"]);
  });

  test("whose stock was changed there itself is set right when it tells of it", async () => {
    const { system, stage, channelId, ref, hold, there } = await aLinkedListing(vendor);
    await hold(7);
    await tellStock(system);
    stage.clock.advance(60_000);
    stage.marketplaces.webhooks.length = 0;
    stage.marketplaces.act(vendor, "change-stock", vendor === "shopee" ? { itemId: ref, stock: 40 } : { listing: ref, stock: 40 });
    await deliverAll(stage, vendor);
    await handleNotices(system, { channelId });
    expect(
      await system.db.count(channelNotices, and(eq(channelNotices.channelId, channelId), isNotNull(channelNotices.handledAt))),
    ).toBeGreaterThan(0);
    await tellStock(system);
    expect(await there()).toEqual([7, "active"]);
  });

  test("that has ended our access is told nothing more, and what was to be told waits", async () => {
    const { system, stage, channelId, hold } = await aLinkedListing(vendor);
    await hold(7);
    stage.marketplaces.act(vendor, "revoke", vendor === "shopee" ? {} : { seller: 200_300 });
    await tellStock(system);
    expect((await system.db.first(channels, eq(channels.id, channelId)))?.state).toBe("attention");
    stage.marketplaces.calls.length = 0;
    await tellStock(system);
    expect(stage.marketplaces.calls).toEqual([]);
  });
});
