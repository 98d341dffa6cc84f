import { expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import { scriptedChannels } from "#db/testing/scripted-channel.ts";
import { aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { handleEvent } from "./handle-event.server.ts";

test("a requested change is carried out by the queue that hears of it", async () => {
  const home = await aWorkspace();
  const door = scriptedChannels();
  const stage = createStage({ channelDoor: door });
  const person = stage.as(home, { role: "manager" });
  const listing = aListing({ channelId: home.shop.channelId, stock: 4 });
  await writeRows(home.id, insert(listings, listing));
  const { id } = await requestListingChange(person, { listingIds: [listing.id], kind: "stock", rule: "set", value: 9 });
  const [requested] = stage.committed;
  if (requested === undefined) throw new Error("nothing was committed");
  const message = { v: 1 as const, key: requested.id, workspaceId: home.id, event: requested.event };
  await handleEvent(stage.deps, stage.as(home, { system: "events" }), message);
  expect(door.calls.map((call) => call.changes)).toEqual([[{ listingRef: listing.listingRef, modelRef: "", stock: 9 }]]);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 1 });
});
