import fc from "fast-check";
import { expect, test } from "vitest";
import { afterPacked, boxesFor, freshPacking, type PackInput, packingSchema, type Parcel, stepPacking } from "./pack-flow.ts";
import type { ItemDetails } from "./scan-meaning.ts";

const line = (sku: string, qty: number, gtin: string | null = null) => ({ sku, code: sku.toUpperCase(), title: sku, gtin, qty });
const parcel: Parcel = {
  id: "ful_1",
  orderRef: "2000001",
  channelName: "Shop",
  state: "picked",
  isCalledOff: false,
  shipBy: null,
  lines: [line("kettle", 2), line("cup", 1, "7891000315507")],
};
const nothing: ItemDetails = { lot: null, serial: null, qty: null, expiresOn: null };
const goods = (sku: string, details: Partial<ItemDetails> = {}): PackInput => ({
  type: "scan",
  raw: sku,
  meaning: { kind: "item", sku, ...nothing, ...details },
});
const foreign = (saw: string): PackInput => ({ type: "scan", raw: saw, meaning: { kind: "foreign", what: "item", saw, details: nothing } });
const order: PackInput = { type: "parcel", parcel };
const all = [goods("kettle"), goods("kettle"), goods("cup")];

function run(...inputs: PackInput[]) {
  let packing = freshPacking;
  const refused: string[] = [];
  let last = stepPacking(packing, { type: "undo" }).verdict;
  for (const input of inputs) {
    const result = stepPacking(packing, input);
    packing = result.packing;
    last = result.verdict;
    if (last.kind === "wrong") refused.push(last.reason);
  }
  return { packing, last, refused };
}

test("a box closes when each of its goods was scanned, and not before", () => {
  expect(run(order, goods("kettle"), goods("cup")).packing.step).toBe("items");
  expect(run(order, goods("kettle"), goods("cup"), { type: "skip" }).refused).toEqual(["needsItem"]);
  expect(run(order, ...all).packing.step).toBe("weight");
  expect(run(order, ...all, { type: "weight", grams: 900 }).last).toEqual({ kind: "pack", id: "ful_1", weightGrams: 900 });
  expect(run(order, ...all, { type: "skip" }).last).toEqual({ kind: "pack", id: "ful_1", weightGrams: null });
});

test("what was scanned twice by mistake is taken out again, also when the box seemed full, and of numbers the last", () => {
  const out = (sku: string): PackInput => ({ type: "take-out", sku });
  expect(run(order, ...all, out("kettle")).packing).toMatchObject({ step: "items", seen: { kettle: 1, cup: 1 } });
  expect(run(order, ...all, out("kettle"), goods("kettle")).packing.step).toBe("weight");
  expect(run(order, out("cup")).packing).toMatchObject({ step: "items", seen: {} });
  const numbered = [goods("kettle", { serial: "S1" }), goods("kettle", { serial: "S2" }), out("kettle")];
  expect(run(order, ...numbered).packing.serials).toEqual(["kettle S1"]);
  expect(run(order, ...numbered, goods("kettle", { serial: "S2" })).refused).toEqual([]);
  const closed = { ...parcel, state: "packed" as const };
  expect(run({ type: "parcel", parcel: closed }, out("cup")).packing.step).toBe("tracking");
});

test("other goods and one too many are refused, and change nothing", () => {
  const { refused, packing } = run(order, goods("pan"), goods("cup"), goods("cup"), goods("kettle", { qty: 3 }));
  expect(refused).toEqual(["notInOrder", "enoughOfIt", "enoughOfIt"]);
  expect(packing.seen).toEqual({ cup: 1 });
});

test("goods of another zone are known by their number or SKU, and a label that says how many counts them all", () => {
  expect(run(order, foreign("07891000315507"), foreign("KETTLE")).packing.seen).toEqual({ cup: 1, kettle: 1 });
  expect(run(order, goods("kettle", { qty: 2 }), goods("cup")).packing.step).toBe("weight");
});

test("goods, and a plate with any of them, belong in the boxes that still wait for them", () => {
  const other = { ...parcel, id: "ful_2", lines: [line("pan", 1)] };
  const boxes = [parcel, other, { ...parcel, id: "ful_3", state: "packed" as const }, { ...parcel, id: "ful_4", isCalledOff: true }];
  const ids = (found: Parcel[]) => found.map(({ id }) => id);
  expect(ids(boxesFor(boxes, { kind: "item", sku: "cup", ...nothing }))).toEqual(["ful_1"]);
  expect(ids(boxesFor(boxes, { kind: "plate", plate: "LPN1" }, ["pan", "kettle"]))).toEqual(["ful_1", "ful_2"]);
  expect(boxesFor(boxes, { kind: "plate", plate: "LPN1" }, [])).toEqual([]);
});

test("the same number is not two units", () => {
  expect(run(order, goods("kettle", { serial: "S1" }), goods("kettle", { serial: "S1" })).refused).toEqual(["serialTwice"]);
});

test("an order that was called off is not packed", () => {
  expect(run({ type: "parcel", parcel: { ...parcel, isCalledOff: true } }).refused).toEqual(["calledOff"]);
});

test("what is scanned is the carrier's code as it stands, is shown before it is sent, and may be none", () => {
  const packed: PackInput = { type: "parcel", parcel: { ...parcel, state: "packed" } };
  const label = { type: "scan" as const, raw: " BR 123 ", meaning: { kind: "unknown" as const, saw: "BR 123", reason: "link" } };
  const scanned = run(packed, label);
  expect(scanned.packing).toMatchObject({ step: "ship", tracking: "BR 123" });
  expect(stepPacking(scanned.packing, { type: "skip" }).verdict).toEqual({ kind: "ship", id: "ful_1", trackingCode: "BR 123" });
  expect(run(packed, label, { ...label, raw: "BR999" }).packing.tracking).toBe("BR999");
  expect(run(packed, { type: "skip" }, { type: "skip" }).last).toEqual({ kind: "ship", id: "ful_1", trackingCode: null });
  expect(run(packed, { ...label, raw: "x".repeat(61) }).refused).toEqual(["trackingWrong"]);
});

test("whatever is scanned in whatever order, a box that closes holds its order and nothing else", () => {
  const any = fc.constantFrom(order, goods("kettle"), goods("cup"), goods("pan"), goods("kettle", { qty: 2 }), foreign("CUP"), {
    type: "skip",
  } satisfies PackInput);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 14 }), (inputs) => {
      const { packing, last } = run(...inputs);
      expect(packingSchema.parse(JSON.parse(JSON.stringify(packing)))).toEqual(packing);
      expect(packing.step === "weight" ? packing.seen : { kettle: 2, cup: 1 }).toEqual({ kettle: 2, cup: 1 });
      expect(last.kind === "pack" ? afterPacked(packing).step : "tracking").toBe("tracking");
    }),
  );
});
