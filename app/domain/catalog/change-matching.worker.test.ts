import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems } from "#db/schema/selling.ts";
import { applyAll, everything, type ScriptedCall } from "#db/testing/scripted-channel.ts";
import { aListing } from "#db/testing/shop-rows.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import type { WriteOutcome } from "../channels/remote.ts";
import { cancelListingChange } from "./cancel-listing-change.server.ts";
import { previewListingChange } from "./preview-listing-change.server.ts";
import { readListingChange } from "./read-listing-change.server.ts";
import { requestListingChange } from "./request-listing-change.server.ts";
import { runListingChange } from "./run-listing-change.server.ts";
import { addListings, aHome, itemsOf, priceOf } from "./testing/change-home.ts";
import { undoListingChange } from "./undo-listing-change.server.ts";

const many = (count: number, row: Partial<Parameters<typeof aListing>[0]>) => Array.from({ length: count }, () => row);
const askedOf = (door: { calls: ScriptedCall[] }) => door.calls.reduce((sum, call) => sum + call.changes.length, 0);
const allWith = (search: string) => ({ matching: { search } });
const fivePercentUp = { kind: "price", rule: "percent", value: 500, ending: "90" } as const;

test("a change of all that match reaches every page of the list and nothing else, here or in another workspace", async () => {
  const { home, person, system, door } = await aHome();
  const ids = await addListings(home, ...many(230, { title: "Garrafa azul" }));
  const [other] = await addListings(home, { title: "Panela", listingRef: "MLBX" });
  const foreign = await aWorkspace();
  const theirs = aListing({ channelId: foreign.shop.channelId, title: "Garrafa azul", priceCents: 10_000 });
  await writeRows(foreign.id, insert(listings, theirs));
  const asked = { ...allWith("garrafa"), ...fivePercentUp };
  expect(await previewListingChange(person, asked)).toMatchObject({ total: 230, changing: 230, examples: { length: 50 } });
  const { id, total } = await requestListingChange(person, asked);
  await runListingChange(system, { changeId: id });
  expect([total, askedOf(door)]).toEqual([230, 230]);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 230, refused: 0 });
  expect([await priceOf(person, ids[229]), await priceOf(person, other)]).toEqual([10_490, 10_000]);
  const untouched = await aHomeOf(foreign, theirs.id);
  expect(untouched).toEqual([10_000, 0]);
  async function aHomeOf(workspace: typeof foreign, listingId: string) {
    const { stage } = await aHome();
    const ctx = stage.as(workspace, { role: "owner" });
    return [await priceOf(ctx, listingId), await ctx.db.count(listingChangeItems, eq(listingChangeItems.listingId, listingId))];
  }
});

test("more than the bound is refused instead of cut off", async () => {
  const { home, person } = await aHome();
  await addListings(home, ...Array.from({ length: 5_001 }, (_, index) => ({ listingRef: `MLBMANY${index}` })));
  await expect(requestListingChange(person, { matching: {}, ...fivePercentUp })).rejects.toMatchObject({ reason: "tooManyListings" });
  await expect(previewListingChange(person, { matching: {}, ...fivePercentUp })).rejects.toMatchObject({ reason: "tooManyListings" });
});

test("a refusal in the middle is that listing's own: the rest goes on, and undo gives back only what was changed", async () => {
  const refusing = (call: ScriptedCall): WriteOutcome[] =>
    applyAll(call).map((outcome) => {
      const { listingRef, modelRef } = outcome;
      return listingRef === "MLB25"
        ? { listingRef, modelRef, kind: "refused", reason: "promotion-running", vendorText: "em promoção" }
        : outcome;
    });
  const { home, person, system } = await aHome(refusing);
  await addListings(home, ...many(60, { title: "Garrafa azul" }));
  const { id } = await requestListingChange(person, { ...allWith("garrafa"), ...fivePercentUp });
  await runListingChange(system, { changeId: id });
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", total: 60, applied: 59, refused: 1 });
  expect((await itemsOf(person, id)).filter(([state]) => state === "refused")).toEqual([["refused", "promotion-running", "em promoção"]]);
  const undone = await undoListingChange(person, { id });
  await runListingChange(system, { changeId: undone.id });
  expect(undone.total).toBe(59);
  expect(await person.db.count(listings, and(eq(listings.title, "Garrafa azul"), eq(listings.priceCents, 10_000)))).toBe(60);
});

test("what the marketplace is known to refuse is written down as refused and never asked", async () => {
  const rules = {
    refusalOf: ({ isPriceAutomated }: { isPriceAutomated: boolean }) => (isPriceAutomated ? ("price-automated" as const) : null),
  };
  const { home, person, system, door } = await aHome(applyAll, rules);
  const listingIds = await addListings(home, {}, { isPriceAutomated: true });
  const asked = { listingIds, kind: "price", rule: "set", value: 9_000 } as const;
  expect(await previewListingChange(person, asked)).toMatchObject({ total: 2, changing: 1, refused: 1 });
  const { id } = await requestListingChange(person, asked);
  await runListingChange(system, { changeId: id });
  expect(await itemsOf(person, id)).toEqual([
    ["applied", null, null],
    ["refused", "price-automated", null],
  ]);
  expect(askedOf(door)).toBe(1);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 1, refused: 1 });
});

test("a channel that cannot do it refuses each of its listings", async () => {
  const { home, person, system, door } = await aHome(applyAll, { capabilities: { ...everything, pause: false } });
  const listingIds = await addListings(home, {});
  const { id } = await requestListingChange(person, { listingIds, kind: "status", rule: "set", value: 0 });
  await runListingChange(system, { changeId: id });
  expect([await itemsOf(person, id), door.calls]).toEqual([[["refused", "unsupported", null]], []]);
});

test("a pause takes all models of a listing along, and undo puts them back on sale", async () => {
  const { home, person, system, door } = await aHome();
  const [first] = await addListings(home, { listingRef: "MLB9", modelRef: "1" }, { listingRef: "MLB9", modelRef: "2" }, {});
  const { id } = await requestListingChange(person, { listingIds: [first ?? ""], kind: "status", rule: "set", value: 0 });
  await runListingChange(system, { changeId: id });
  expect(door.calls).toMatchObject([{ method: "setStatus", changes: [{ listingRef: "MLB9", modelRef: "1", status: "paused" }] }]);
  const paused = () => person.db.count(listings, eq(listings.status, "paused"));
  expect(await paused()).toBe(2);
  const undone = await undoListingChange(person, { id });
  await runListingChange(system, { changeId: undone.id });
  expect(await paused()).toBe(0);
});

test("a run that takes long is carried on by the message it leaves behind, and a late one does nothing", async () => {
  const slow = { script: (call: ScriptedCall) => applyAll(call) };
  const { home, person, system, stage, door } = await aHome((call) => slow.script(call));
  slow.script = (call) => {
    stage.clock.advance(15_000);
    return applyAll(call);
  };
  await addListings(home, ...many(50, { title: "Garrafa azul" }));
  const { id } = await requestListingChange(person, { ...allWith("garrafa"), ...fivePercentUp });
  await runListingChange(system, { changeId: id, stretch: 0 });
  expect(await readListingChange(person, { id })).toMatchObject({ state: "running", applied: 40 });
  expect(stage.committed.map(({ event }) => event)).toContainEqual({ type: "listing-change.requested", changeId: id, stretch: 1 });
  await runListingChange(system, { changeId: id, stretch: 0 });
  expect(door.calls).toHaveLength(2);
  await runListingChange(system, { changeId: id, stretch: 1 });
  expect(await readListingChange(person, { id })).toMatchObject({ state: "done", applied: 50 });
});

test("a change that is stopped keeps what was done, writes down what was under way, and asks no more", async () => {
  const during = { script: (call: ScriptedCall): WriteOutcome[] | Promise<WriteOutcome[]> => applyAll(call) };
  const { home, person, system, door } = await aHome((call) => during.script(call));
  await addListings(home, ...many(50, { title: "Garrafa azul" }));
  const { id } = await requestListingChange(person, { ...allWith("garrafa"), ...fivePercentUp });
  during.script = async (call) => {
    if (door.calls.length === 2) await cancelListingChange(person, { id, state: "cancelled" });
    return applyAll(call);
  };
  await runListingChange(system, { changeId: id });
  expect(door.calls).toHaveLength(2);
  expect(await readListingChange(person, { id })).toMatchObject({ state: "cancelled", applied: 40, refused: 0, total: 50 });
  const states = (await itemsOf(person, id)).map(([state]) => state);
  expect([states.filter((state) => state === "applied").length, states.filter((state) => state === "cancelled").length]).toEqual([40, 10]);
  await expect(cancelListingChange(person, { id, state: "cancelled" })).rejects.toMatchObject({ reason: "listingChangeOver" });
  expect(await undoListingChange(person, { id })).toMatchObject({ total: 40 });
});

test("an amount of money needs its currency when the listings have several", async () => {
  const { home, person } = await aHome();
  const listingIds = await addListings(home, {}, { currency: "USD" });
  const asked = { listingIds, kind: "price", rule: "amount", value: 100 } as const;
  await expect(previewListingChange(person, asked)).rejects.toMatchObject({ fields: { currency: "required" } });
  expect(await previewListingChange(person, { ...asked, currency: "USD" })).toMatchObject({ changing: 1 });
});
