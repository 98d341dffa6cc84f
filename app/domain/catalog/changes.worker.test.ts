import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { variants } from "#db/schema/catalog.ts";
import { listingChanges } from "#db/schema/selling.ts";
import { applyAll, type ScriptedCall } from "#db/testing/scripted-channel.ts";
import { aChannel } from "#db/testing/shop-rows.ts";
import { writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { ChannelError } from "../channels/channel-error.ts";
import type { WriteOutcome } from "../channels/remote.ts";
import { previewListingChange } from "./preview-listing-change.server.ts";
import { readListingChange } from "./read-listing-change.server.ts";
import { requestListingChange } from "./request-listing-change.server.ts";
import { runListingChange } from "./run-listing-change.server.ts";
import { addListings, aHome, itemsOf, priceOf } from "./testing/change-home.ts";
import { undoListingChange } from "./undo-listing-change.server.ts";

const refusal = { kind: "refused", reason: "price-automated", vendorText: "automatic pricing is on" } as const;

test("a preview works out every listing and writes nothing", async () => {
  const { home, person, door, stage } = await aHome();
  const [first, same] = await addListings(home, { variantId: home.shop.variantId, linkState: "linked" }, { currency: "USD" });
  const preview = await previewListingChange(person, {
    listingIds: [first ?? "", same ?? ""],
    kind: "price",
    rule: "set",
    value: 7_500,
    currency: "BRL",
  });
  expect(preview.examples.map(({ before, after, warnings, obstacle }) => [before, after, warnings, obstacle])).toEqual([
    [10_000, 7_500, ["below-cost", "big-drop"], null],
    [10_000, 7_500, [], "other-currency"],
  ]);
  expect(preview).toMatchObject({ total: 2, changing: 1, refused: 0, obstacles: [{ obstacle: "other-currency", count: 1 }] });
  expect([door.calls, stage.committed]).toEqual([[], []]);
  expect(await person.db.count(listingChanges)).toBe(1);
  expect((await person.db.first(variants, eq(variants.id, home.shop.variantId)))?.version).toBe(1);
});

test("a change goes to the marketplaces, and each listing says what became of it", async () => {
  const script = (call: ScriptedCall): WriteOutcome[] =>
    call.changes.map(({ listingRef, modelRef }, index) => {
      const ref = { listingRef, modelRef };
      if (index === 1) return { ...ref, ...refusal };
      return index === 2 ? { ...ref, kind: "accepted" } : { ...ref, kind: "applied", value: 12_000 };
    });
  const { home, person, system, stage } = await aHome(script);
  const ids = await addListings(home, {}, {}, {});
  const { id, total } = await requestListingChange(person, { listingIds: ids, kind: "price", rule: "set", value: 12_000 });
  expect([total, stage.committed.map(({ event }) => event.type)]).toEqual([
    3,
    ["listing-change.requested", "data.changed", "activity.recorded"],
  ]);
  await runListingChange(system, { changeId: id });
  expect(await itemsOf(person, id)).toEqual([
    ["applied", null, null],
    ["refused", "price-automated", "automatic pricing is on"],
    ["accepted", null, null],
  ]);
  expect(await Promise.all(ids.map((listing) => priceOf(person, listing)))).toEqual([12_000, 10_000, 10_000]);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 2, refused: 1, total: 3, nextCursor: null });
});

test("a run told twice asks the marketplace once", async () => {
  const { home, person, system, door } = await aHome();
  const listingIds = await addListings(home, {});
  const { id } = await requestListingChange(person, { listingIds, kind: "stock", rule: "set", value: 3 });
  await runListingChange(system, { changeId: id });
  await runListingChange(system, { changeId: id });
  expect(door.calls.map(({ method }) => method)).toEqual(["setStock"]);
});

test("a marketplace that is down leaves the rest waiting, and the next run goes on from there", async () => {
  let calls = 0;
  const { home, person, system, door } = await aHome((call) => {
    calls += 1;
    if (calls === 2) throw new ChannelError("unavailable");
    return applyAll(call);
  });
  const listingIds = await addListings(home, ...Array.from({ length: 25 }, () => ({})));
  const { id } = await requestListingChange(person, { listingIds, kind: "price", rule: "amount", value: 100 });
  await expect(runListingChange(system, { changeId: id })).rejects.toMatchObject({ fault: "unavailable" });
  expect(await readListingChange(person, { id })).toMatchObject({ state: "running", applied: 20 });
  await runListingChange(system, { changeId: id });
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 25, refused: 0 });
  const asked = door.calls.map((call) => call.changes.length);
  expect(asked).toEqual([20, 5, 5]);
});

test("each channel is asked by itself, and one that cannot be used refuses only its own listings", async () => {
  const { home, person, system, door } = await aHome();
  const paused = aChannel({ state: "paused" });
  const ended = aChannel({ state: "attention" });
  await writeRows(home.id, insert(channels, paused, ended));
  const listingIds = await addListings(home, {}, { channelId: paused.id }, { channelId: ended.id }, {});
  const { id } = await requestListingChange(person, { listingIds, kind: "price", rule: "set", value: 9_000 });
  await runListingChange(system, { changeId: id });
  expect(await itemsOf(person, id)).toEqual([
    ["applied", null, null],
    ["refused", "channel-paused", null],
    ["refused", "channel-ended", null],
    ["applied", null, null],
  ]);
  expect(door.calls.map((call) => [call.channelId, call.changes.length])).toEqual([[home.shop.channelId, 2]]);
});

test("undo gives back what still stands and leaves what was changed since", async () => {
  const { home, person, system } = await aHome();
  const [kept, moved] = await addListings(home, {}, {});
  const { id } = await requestListingChange(person, { listingIds: [kept ?? "", moved ?? ""], kind: "price", rule: "set", value: 12_000 });
  await expect(undoListingChange(person, { id })).rejects.toMatchObject({ reason: "listingChangeNotUndoable" });
  await runListingChange(system, { changeId: id });
  const later = await requestListingChange(person, { listingIds: [moved ?? ""], kind: "price", rule: "set", value: 13_000 });
  await runListingChange(system, { changeId: later.id });
  const undone = await undoListingChange(person, { id });
  await runListingChange(system, { changeId: undone.id });
  expect([undone.total, await priceOf(person, kept), await priceOf(person, moved)]).toEqual([1, 10_000, 13_000]);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "undone", undoneById: undone.id });
  await expect(undoListingChange(person, { id })).rejects.toMatchObject({ reason: "listingChangeNotUndoable" });
});

test("a change that would change nothing is refused", async () => {
  const { home, person } = await aHome();
  const listingIds = await addListings(home, {});
  await expect(requestListingChange(person, { listingIds, kind: "price", rule: "set", value: 10_000 })).rejects.toMatchObject({
    reason: "nothingToChange",
  });
});
