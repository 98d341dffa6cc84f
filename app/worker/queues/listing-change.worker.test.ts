import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deadLetters } from "#db/schema/delivery.ts";
import { listings } from "#db/schema/catalog.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { scriptedChannels } from "#db/testing/scripted-channel.ts";
import { aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { consumeBatch } from "./consume.server.ts";
import { encodeQueueMessage } from "./message.ts";
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

test("a change whose marketplace stays away ends, and says of each row that waited why", async () => {
  const home = await aWorkspace();
  const stage = createStage({ channelDoor: scriptedChannels() });
  const person = stage.as(home, { role: "manager" });
  const some = [1, 2].map((stock) => aListing({ channelId: home.shop.channelId, stock }));
  await writeRows(home.id, insert(listings, ...some));
  const listingIds = some.map(({ id }) => id);
  const { id } = await requestListingChange(person, { listingIds, kind: "stock", rule: "set", value: 9 });
  const [requested] = stage.committed;
  if (requested === undefined) throw new Error("nothing was committed");
  const answers: string[] = [];
  const message = {
    id: testIds.next("msg"),
    timestamp: new Date(stageStartMs),
    attempts: 1,
    body: encodeQueueMessage(requested),
    ack: () => void answers.push("ack"),
    retry: () => void answers.push("retry"),
  };
  const batch = { queue: "sync-dead-letters", messages: [message], ackAll: () => undefined, retryAll: () => undefined };
  for (let times = 0; times < 2; times += 1) {
    await consumeBatch(stage.deps, { ...batch, metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
  }
  expect(answers).toEqual(["ack", "ack"]);
  const change = await readListingChange(person, { id });
  expect(change).toMatchObject({ state: "done", applied: 0, refused: 2, total: 2 });
  expect(change.items.map(({ state, reason }) => [state, reason])).toEqual(listingIds.map(() => ["refused", "unreachable"]));
  expect(await person.db.count(deadLetters, eq(deadLetters.id, `dlq_${message.id}`))).toBe(0);
});
