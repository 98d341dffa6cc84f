import { expect, test } from "vitest";
import { aFloor, driftOf, people } from "./testing/drive-zone.ts";

const day = 86_400_000;

test("loose goods have no expiry of their own: one delivery cannot spoil what lay there before", () => {
  const floor = aFloor();
  floor.at(10 * day);
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  const dated = floor.ask({ type: "receive", sku: "plain", binId: "b2", qty: 1, expiresAt: 11 * day });
  expect(dated).toMatchObject({ kind: "rejected", reason: "lotNeeded" });
  floor.at(20 * day);
  expect(floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 5, rank: 1 }).kind).toBe("applied");
});

test("a later delivery of loose goods does not make the earlier one young", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
  const { receivedAt } = floor.zone.lot("plain", "") ?? {};
  floor.at(30 * day);
  floor.ask({ type: "receive", sku: "plain", binId: "b2", qty: 1 });
  expect(floor.zone.lot("plain", "")?.receivedAt).toBe(receivedAt);
});

test("what nobody has named to the zone cannot come into being by a count", () => {
  const floor = aFloor();
  const expected = { "bin:b1": floor.zone.bin("b1")?.version ?? 0 };
  const count = { type: "count" as const, binId: "b1", lines: [{ sku: "unknown", qty: 2 }] };
  expect(floor.ask(count, people.boss, { expected })).toMatchObject({ kind: "rejected", reason: "skuUnknown" });
});

test("naming goods anew keeps how they are tracked, unless it says otherwise", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "tracked", binId: "b1", qty: 1, serials: ["A"] });
  expect(floor.ask({ type: "put-items", items: [{ sku: "tracked", code: "T", title: "New name", gtin: null }] }).kind).toBe("applied");
  expect(floor.zone.item("tracked")).toMatchObject({ title: "New name", tracksSerials: true });
  floor.ask({ type: "put-items", items: [{ sku: "fresh", code: "F", title: "Fresh", gtin: null }] });
  expect(floor.zone.item("fresh")).toMatchObject({ tracksLots: false, tracksSerials: false });
  expect(driftOf(floor.zone)).toEqual([]);
});
