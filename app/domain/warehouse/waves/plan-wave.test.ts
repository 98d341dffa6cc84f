import fc from "fast-check";
import { expect, test } from "vitest";
import { binsOfPattern } from "../bin-pattern.ts";
import type { ZoneBin } from "../ports.ts";
import { tickingClock } from "../solvers/testing/ticking-clock.ts";
import { placeGoods } from "./place-goods.ts";
import { planWave, type WaveOrder, type WaveZone } from "./plan-wave.ts";
import { type FloorBin, walkPast, zoneFloorOf } from "./zone-floor.ts";

const aBin = (id: string, xMm: number, yMm: number, change: Partial<FloorBin> = {}): FloorBin => ({
  id,
  kind: "pick",
  aisle: String(xMm),
  xMm,
  yMm,
  rank: 1,
  ...change,
});
const table = aBin("table", 0, -1_000, { kind: "staging", aisle: "" });

/** Four aisles of ten bins, 3 m apart, with the table at the front of the first. */
const zone: WaveZone = {
  id: "zone",
  name: "Picking",
  bins: [
    ...[0, 1, 2, 3].flatMap((aisle) =>
      Array.from({ length: 10 }, (_, bay) => aBin(`${aisle}-${bay}`, aisle * 3_000, bay * 1_000, { rank: aisle * 10 + bay })),
    ),
    table,
  ],
};
const heap: WaveZone = { id: "heap", name: "Heap", bins: ["c", "a", "b"].map((id, index) => aBin(id, 0, 0, { rank: 3 - index })) };
const order = (id: string, ...binIds: string[]): WaveOrder => ({
  id,
  litres: 4,
  stops: binIds.map((binId) => ({ zoneId: "zone", binId })),
});
const plan = (orders: WaveOrder[], batching: Parameters<typeof planWave>[2]) => planWave([zone, heap], orders, batching, tickingClock());

test("a walk goes past all bins on the shortest way, from the table and back to it", () => {
  const floor = zoneFloorOf(zone.bins);
  const bins = ["1-9", "0-0", "1-0", "0-9"].flatMap((id) => zone.bins.find((bin) => bin.id === id) ?? []);
  const { order: way, metres } = walkPast(bins, floor, tickingClock());
  // Up one aisle and down the other: twice 11 m from cross aisle to cross aisle, twice 3 m between the aisles.
  expect(metres).toBe(28);
  expect([
    ["0-0", "0-9", "1-9", "1-0"],
    ["1-0", "1-9", "0-9", "0-0"],
  ]).toContainEqual(way.map((index) => bins[index]?.id));
});

test("aisles may run either way, and a layout that was made by a rule is measured as it was laid out", () => {
  const turned = zone.bins.map((bin) => ({ ...bin, xMm: bin.yMm, yMm: bin.xMm }));
  const made = binsOfPattern({
    zone: "A",
    aisles: { from: 1, to: 4 },
    bays: { from: 1, to: 10 },
    levels: { from: 1, to: 2 },
    format: "{zone}-{aisle}-{bay}-{level}",
    kind: "pick",
    spacing: { aisleM: 3, bayM: 1, levelM: 0.5 },
  });
  if (!made.ok) throw new Error("no layout");
  const laidOut = made.bins.map((bin) => ({ ...bin, id: bin.code, aisle: bin.aisle ?? "", rank: bin.pickRank }));
  for (const bins of [zone.bins, turned, laidOut])
    expect(zoneFloorOf(bins)?.floor.layout).toEqual({ aisles: 4, aisleSpacing: 3, crossAisles: [-1, 10] });
});

test("where nobody said that bins lie apart, they are walked in their order and no length is claimed", () => {
  expect(zoneFloorOf(heap.bins)).toBeUndefined();
  expect(walkPast(heap.bins, undefined, tickingClock())).toEqual({ order: [2, 1, 0], metres: null });
  const stops = ["a", "c"].map((binId) => ({ zoneId: "heap", binId }));
  const planned = plan([{ id: "x", litres: 1, stops }, order("y", "0-0")], { kind: "orders", most: 5 });
  expect(planned).toMatchObject({ metres: null, oneByOneMetres: null, unplacedZones: ["Heap"] });
  expect(planned.batches).toMatchObject([
    { orderIds: ["x"], metres: null },
    { orderIds: ["y"], metres: 2 },
  ]);
});

test("orders that lie on one way are walked together, and the gain is told", () => {
  const far = [order("a", "3-8"), order("b", "0-1"), order("c", "3-9"), order("d", "0-2")];
  const planned = plan(far, { kind: "orders", most: 2 });
  expect(planned.batches.map(({ orderIds }) => orderIds)).toEqual([
    ["a", "c"],
    ["b", "d"],
  ]);
  expect(planned.metres).toBeLessThan((planned.oneByOneMetres ?? 0) * 0.6);
  expect(plan(far, { kind: "each" })).toMatchObject({ batches: [{}, {}, {}, {}], metres: planned.oneByOneMetres });
});

test("batches by volume hold no more than asked; an order that is larger or of unknown size is one of its own, and named", () => {
  const some = [order("a", "0-1"), { ...order("b", "0-2"), litres: 90 }, { ...order("c", "0-3"), litres: null }, order("d", "0-4")];
  const planned = plan(some, { kind: "litres", most: 10 });
  expect(planned.batches.map(({ orderIds }) => orderIds)).toEqual([["a", "d"], ["b"], ["c"]]);
  expect(planned.unmeasured).toEqual(["c"]);
  expect(planned.batches[0]?.litres).toBe(8);
  expect(planned.batches[2]?.litres).toBeNull();
});

test("whatever the orders, each is in one batch, no batch has too many, and walking together is never further", () => {
  const someBins = fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(someBins, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 6 }), (picks, most) => {
      const orders = picks.map((bins, index) => order(`o${index}`, ...bins.map(([aisle, bay]) => `${aisle}-${bay}`)));
      const planned = plan(orders, { kind: "orders", most });
      expect(planned.batches.flatMap(({ orderIds }) => orderIds).toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
      expect(Math.max(...planned.batches.map(({ orderIds }) => orderIds.length))).toBeLessThanOrEqual(most);
      expect(planned.metres ?? 0).toBeLessThanOrEqual((planned.oneByOneMetres ?? 0) + 1e-6);
    }),
    { numRuns: 30 },
  );
});

const line = (sku: string, qty: number, change: Partial<ZoneBin["lines"][number]> = {}) => ({
  sku,
  lot: "",
  plate: "",
  status: "available" as const,
  qty,
  reserved: 0,
  ...change,
});
const holding = (id: string, rank: number, lines: ZoneBin["lines"], change: Partial<ZoneBin> = {}): ZoneBin => ({
  ...aBin(id, 0, 0, { rank }),
  code: id,
  capacityUnits: null,
  isBlocked: false,
  version: 1,
  lines,
  ...change,
});

test("goods are looked for where most of them lie free, each unit once, and what is missing is said", () => {
  const zones = [
    { id: "A", bins: [holding("a1", 1, [line("cup", 2, { reserved: 1 })]), holding("a2", 2, [line("cup", 1)])] },
    {
      id: "B",
      bins: [
        holding("b2", 2, [line("cup", 3)]),
        holding("b1", 1, [line("cup", 9)], { isBlocked: true }),
        holding("b3", 1, [line("cup", 9, { status: "hold" })]),
        holding("dock", 0, [line("cup", 9)], { kind: "receiving" }),
      ],
    },
  ];
  const wanted = [2, 3, 1].map((quantity, index) => ({ id: `o${index}`, lines: [{ sku: "cup", quantity }] }));
  expect(placeGoods(zones, wanted)).toEqual([
    { id: "o0", isWhole: true, stops: [{ zoneId: "B", binId: "b2" }] },
    {
      id: "o1",
      isWhole: true,
      stops: [
        { zoneId: "A", binId: "a1" },
        { zoneId: "A", binId: "a2" },
        { zoneId: "B", binId: "b2" },
      ],
    },
    { id: "o2", isWhole: false, stops: [] },
  ]);
});
