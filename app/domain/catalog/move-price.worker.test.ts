import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { applyAll } from "#db/testing/scripted-channel.ts";
import { ChannelError } from "../channels/channel-error.ts";
import { movePrice } from "./move-price.server.ts";
import { requestListingChange } from "./request-listing-change.server.ts";
import { addListings, aHome, priceOf } from "./testing/change-home.ts";

async function aListingOf(...script: Parameters<typeof aHome>) {
  const home = await aHome(...script);
  const agent = home.stage.as(home.home, { scopes: ["catalog:write"] });
  const [listingId = ""] = await addListings(home.home, {});
  const move = { listingId, fromCents: 10_000, toCents: 9_500, currency: "BRL", key: `prp_${listingId}` };
  return { ...home, agent, listingId, move };
}

test("a price is moved once, however often it is asked for under the same name", async () => {
  const { agent, person, door, stage, listingId, move } = await aListingOf();
  const moved = await movePrice(agent, move);
  expect(await movePrice(agent, move)).toEqual(moved);
  expect([door.calls.length, await priceOf(person, listingId), moved.priceCents]).toEqual([1, 9_500, 9_500]);
  expect(stage.committed.map(({ event }) => event.type)).not.toContain("listing-change.requested");
  const told = and(eq(auditLog.action, "listing.price-changed"), eq(auditLog.subjectId, listingId));
  expect(await person.db.first(auditLog, told)).toMatchObject({ before: { priceCents: 10_000 }, after: { priceCents: 9_500 } });
});

test("whoever was cut off while the marketplace was told goes on under the same name", async () => {
  let calls = 0;
  const { agent, person, listingId, move } = await aListingOf((call) => {
    calls += 1;
    if (calls === 1) throw new ChannelError("unavailable");
    return applyAll(call);
  });
  await expect(movePrice(agent, move)).rejects.toMatchObject({ code: "unavailable" });
  expect(await priceOf(person, listingId)).toBe(10_000);
  await movePrice(agent, move);
  expect(await priceOf(person, listingId)).toBe(9_500);
  expect(await person.db.count(listingChanges, eq(listingChanges.id, `chg_${move.key}`))).toBe(1);
});

test("of two who move one price at the same moment exactly one does", async () => {
  const { agent, person, door, listingId, move } = await aListingOf();
  const other = { ...move, key: `${move.key}-other`, toCents: 9_000 };
  const ended = await Promise.allSettled([movePrice(agent, move), movePrice(agent, other)]);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(ended.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", reason: "priceChangedSince" } });
  expect(door.calls).toHaveLength(1);
  expect(await priceOf(person, listingId)).toBe(ended[0]?.status === "fulfilled" ? 9_500 : 9_000);
});

test("a price that somebody has changed, or is just changing, stays theirs", async () => {
  const { agent, person, door, listingId, move } = await aListingOf();
  await requestListingChange(person, { listingIds: [listingId], kind: "price", rule: "set", value: 9_900 });
  await expect(movePrice(agent, move)).rejects.toMatchObject({ reason: "priceChangedSince" });
  await expect(movePrice(agent, { ...move, fromCents: 9_000 })).rejects.toMatchObject({ reason: "priceChangedSince" });
  expect(door.calls).toEqual([]);
});

test("what the marketplace refuses is told as refused, and changes nothing", async () => {
  const refused = { kind: "refused" as const, reason: "price-automated" as const, vendorText: "automatic" };
  const { agent, person, listingId, move } = await aListingOf(({ changes }) =>
    changes.map(({ listingRef, modelRef }) => ({ listingRef, modelRef, ...refused })),
  );
  await expect(movePrice(agent, move)).rejects.toMatchObject({ code: "conflict", reason: "priceMoveRefused" });
  expect(await priceOf(person, listingId)).toBe(10_000);
});

test("taken back, the old price stands and the first change says so", async () => {
  const { agent, person, listingId, move } = await aListingOf();
  const { changeId } = await movePrice(agent, move);
  await movePrice(agent, { ...move, fromCents: 9_500, toCents: 10_000, key: `${move.key}-undo`, undoOfId: changeId });
  expect(await priceOf(person, listingId)).toBe(10_000);
  expect(await person.db.first(listingChanges, eq(listingChanges.id, changeId))).toMatchObject({ state: "undone" });
  expect(await person.db.count(listingChangeItems, eq(listingChangeItems.listingId, listingId))).toBe(2);
});
