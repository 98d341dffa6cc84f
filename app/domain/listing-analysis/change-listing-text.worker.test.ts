import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { TextChange } from "#app/domain/channels/ports.ts";
import type { TextOutcome } from "#app/domain/channels/remote.ts";
import { listings } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { scriptedChannels } from "#db/testing/scripted-channel.ts";
import { anOrder, anOrderItem } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { changeListingText } from "./change-listing-text.server.ts";
import { listTextChanges } from "./list-text-changes.server.ts";
import { readTextEffect } from "./read-text-effect.server.ts";
import { undoListingText } from "./undo-listing-text.server.ts";

const dayMs = 86_400_000;

async function aHome(setText?: (change: TextChange) => TextOutcome) {
  const home = await aWorkspace();
  const clock = createFakeClock(stageStartMs);
  const door = scriptedChannels(undefined, setText === undefined ? {} : { setText });
  const person = createStage({ channelDoor: door, clock }).as(home, { role: "manager" });
  const { listingId, channelId } = home.shop;
  const row = async () => person.db.first(listings, eq(listings.id, listingId));
  return { home, clock, door, person, listingId, channelId, row };
}

test("a title is told to the marketplace, shown as it reads it back, and taken back again", async () => {
  const { person, listingId, door, row } = await aHome(({ text }) => ({ kind: "applied", text: text.trim() }));
  const before = (await row())?.title ?? "";
  const change = await changeListingText(person, { listingId, field: "title", text: "Chaleira Nova Acme", before });
  expect(change).toMatchObject({ state: "applied", before, after: "Chaleira Nova Acme" });
  expect((await row())?.title).toBe("Chaleira Nova Acme");
  await undoListingText(person, { id: change.id });
  expect((await row())?.title).toBe(before);
  expect(door.texts.map(({ text }) => text)).toEqual(["Chaleira Nova Acme", before]);
  expect((await listTextChanges(person, { listingId })).data.slice(0, 2)).toMatchObject([
    { state: "applied", undoOfId: change.id },
    { id: change.id, state: "undone" },
  ]);
  await expect(undoListingText(person, { id: change.id })).rejects.toMatchObject({ reason: "listingTextNotUndoable" });
});

test("a refusal changes nothing and is kept with the marketplace's reason", async () => {
  const { person, listingId, row } = await aHome(() => ({ kind: "refused", reason: "title-locked", vendorText: "has sales" }));
  const before = await row();
  expect(await changeListingText(person, { listingId, field: "title", text: "Outra" })).toMatchObject({
    state: "refused",
    reason: "title-locked",
  });
  expect(await row()).toEqual(before);
  const [kept] = (await listTextChanges(person, { listingId })).data;
  expect(kept).toMatchObject({ reason: "title-locked", vendorText: "has sales" });
  await expect(undoListingText(person, { id: kept?.id ?? "" })).rejects.toMatchObject({ reason: "listingTextNotUndoable" });
});

test("whoever saw an older text is told, and the marketplace is not asked", async () => {
  const { person, listingId, door } = await aHome();
  await expect(changeListingText(person, { listingId, field: "title", text: "Nova", before: "Old" })).rejects.toMatchObject({
    reason: "listingTextChanged",
  });
  await expect(changeListingText(person, { listingId, field: "title", text: "x".repeat(61) })).rejects.toMatchObject({ code: "invalid" });
  expect(door.texts).toEqual([]);
});

test("the same change by name is done once", async () => {
  const { person, listingId, door } = await aHome();
  const input = { listingId, field: "title" as const, text: "Chaleira Nova" };
  const first = await changeListingText(person, input, { id: "txt_once" });
  expect(await changeListingText(person, input, { id: "txt_once" })).toEqual(first);
  expect(door.texts).toHaveLength(1);
});

test("the effect compares the week after with the same weekdays before, and waits for visits until they are known", async () => {
  const { home, person, listingId, channelId, clock, row } = await aHome();
  const listing = await row();
  const change = await changeListingText(person, { listingId, field: "title", text: "Chaleira Nova" });
  const sold = [-6, -1, 0, 1, 2, 3, 8].map((day, index) => ({ id: `${listingId}-o${index}`, placedAt: stageStartMs + day * dayMs }));
  await writeRows(
    home.id,
    insert(orders, ...sold.map(({ id, placedAt }) => anOrder({ id, orderRef: id, channelId, placedAt }))),
    insert(
      orderItems,
      ...sold.map(({ id, placedAt }) =>
        anOrderItem({ id, orderId: id, channelId, listingRef: listing?.listingRef ?? "", placedAt, quantity: 2 }),
      ),
    ),
  );
  expect(await readTextEffect(person, { id: change.id })).toMatchObject({ days: 0 });
  clock.advance(9 * dayMs);
  const effect = await readTextEffect(person, { id: change.id });
  expect(effect).toMatchObject({ days: 7, after: { orders: 3, units: 6 }, visits: { before30d: listing?.visits30d, after30d: null } });
  expect(effect.before.orders).toBeGreaterThanOrEqual(2);
});
