import { asc, eq } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems } from "#db/schema/selling.ts";
import { scriptedChannels } from "#db/testing/scripted-channel.ts";
import { aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import type { ServiceContext } from "../../context.ts";

/** A shop whose marketplace does as the test says, with a person who asks and the system that carries out. */
export async function aHome(...script: Parameters<typeof scriptedChannels>) {
  const home = await aWorkspace();
  const door = scriptedChannels(...script);
  const stage = createStage({ channelDoor: door });
  return { home, door, stage, person: stage.as(home, { role: "manager" }), system: stage.as(home, { system: "events" }) };
}

export async function addListings(home: TestWorkspace, ...rows: Partial<Parameters<typeof aListing>[0]>[]): Promise<string[]> {
  const full = rows.map((row, index) =>
    aListing({ channelId: home.shop.channelId, priceCents: 10_000, listingRef: `MLB${index}`, ...row }),
  );
  await writeRows(home.id, insert(listings, ...full));
  return full.map((row) => row.id);
}

export async function priceOf(ctx: ServiceContext, id: string | undefined): Promise<number | undefined> {
  return (await ctx.db.first(listings, eq(listings.id, id ?? "")))?.priceCents;
}

export async function itemsOf(ctx: ServiceContext, changeId: string) {
  const where = eq(listingChangeItems.changeId, changeId);
  const rows = await ctx.db.all(listingChangeItems, { where, orderBy: asc(listingChangeItems.id) });
  return rows.map(({ state, reason, vendorText }) => [state, reason, vendorText]);
}
