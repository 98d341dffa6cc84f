import fc from "fast-check";
import { expect, test } from "vitest";
import { envelopeSchema } from "../ledger/commands.ts";
import { freshPlateWork, type PlateInput, plateWorkSchema, stepPlate } from "./plate-flow.ts";
import type { ItemDetails, KnownZone } from "./scan-meaning.ts";

const item = (sku: string, tracks: Partial<{ tracksLots: boolean; tracksSerials: boolean }> = {}) =>
  [sku, { sku, code: sku, title: sku, gtin: null, tracksLots: false, tracksSerials: false, ...tracks }] as const;
const zone: KnownZone = {
  bins: new Map(),
  items: new Map([item("kettle"), item("milk", { tracksLots: true }), item("phone", { tracksSerials: true })]),
  tasks: new Map(),
};
const nothing: ItemDetails = { lot: null, serial: null, qty: null, expiresOn: null };
const bin = (binId: string): PlateInput => ({ type: "scan", meaning: { kind: "bin", binId, code: binId } });
const plate = (id: string): PlateInput => ({ type: "scan", meaning: { kind: "plate", plate: id } });
const goods = (sku: string, details: Partial<ItemDetails> = {}): PlateInput => ({
  type: "scan",
  meaning: { kind: "item", sku, ...nothing, ...details },
});
const known: PlateInput = { type: "plate", plate: "LPN1", binId: "dock" };
const choose = (doing: "put-on" | "take-off" | "move"): PlateInput => ({ type: "choose", doing });

function run(...inputs: PlateInput[]) {
  let work = freshPlateWork;
  const refused: string[] = [];
  let last = stepPlate(work, { type: "undo" }, zone).verdict;
  for (const input of inputs) {
    const result = stepPlate(work, input, zone);
    work = result.work;
    last = result.verdict;
    if (last.kind === "wrong") refused.push(last.reason);
  }
  return { work, last, refused };
}

test("a plate that nobody has used begins where it is set down", () => {
  const { last } = run({ type: "plate", plate: "LPN9", binId: null }, plate("LPN9"), bin("dock"));
  expect(last).toEqual({ kind: "done", command: { type: "make-plate", plate: "LPN9", binId: "dock" } });
});

test("goods are put on from beside the plate or from another bin, and taken off into a bin", () => {
  const put = { type: "move", sku: "kettle", lot: "", toBin: "dock", toPlate: "LPN1", qty: 2, serials: [] };
  expect(run(known, choose("put-on"), goods("kettle"), { type: "qty", qty: 2 }, { type: "skip" }).last).toEqual({
    kind: "done",
    command: { ...put, fromBin: "dock" },
  });
  expect(run(known, goods("kettle"), { type: "qty", qty: 2 }, bin("shelf")).last).toEqual({
    kind: "done",
    command: { ...put, fromBin: "shelf" },
  });
  expect(run(known, choose("take-off"), goods("milk"), { type: "lot", lot: "L1" }, { type: "qty", qty: 1 }, bin("shelf")).last).toEqual({
    kind: "done",
    command: { type: "move", sku: "milk", lot: "L1", plate: "LPN1", fromBin: "dock", toBin: "shelf", qty: 1, serials: [] },
  });
});

test("a plate moves to a bin or into another plate, and never into itself", () => {
  const move = { type: "move-plate", plate: "LPN1" };
  expect(run(known, choose("move"), bin("shelf")).last).toEqual({ kind: "done", command: { ...move, toBin: "shelf" } });
  expect(run(known, choose("move"), plate("LPN2")).last).toEqual({ kind: "done", command: { ...move, intoPlate: "LPN2" } });
  expect(run(known, choose("move"), plate("LPN1")).refused).toEqual(["samePlate"]);
  expect(run(known, choose("move"), goods("kettle")).refused).toEqual(["needsPlace"]);
});

test("a bin that was scanned without a question moves nothing until it was scanned again", () => {
  expect(run(known, bin("shelf"), bin("other")).refused).toEqual(["moveOffered", "moveOffered"]);
  expect(run(known, bin("shelf"), bin("shelf")).last).toEqual({
    kind: "done",
    command: { type: "move-plate", plate: "LPN1", toBin: "shelf" },
  });
});

test("numbered goods are scanned one by one, each once", () => {
  const { refused, work } = run(
    known,
    goods("phone", { serial: "S1" }),
    goods("phone", { serial: "S1" }),
    goods("milk", { serial: "S2" }),
    {
      type: "skip",
    },
  );
  expect(refused).toEqual(["serialTwice", "wrongItem"]);
  expect(work).toMatchObject({ step: "source", qty: 1, serials: ["S1"] });
});

test("whatever is said, what is asked of the zone is a command it can read, and the tablet can keep how far it is", () => {
  const any = fc.constantFrom(
    known,
    { type: "plate", plate: "LPN9", binId: null } satisfies PlateInput,
    choose("put-on"),
    choose("take-off"),
    choose("move"),
    bin("dock"),
    bin("shelf"),
    plate("LPN2"),
    goods("kettle"),
    goods("milk", { lot: "L1" }),
    goods("phone", { serial: "S1" }),
    { type: "qty", qty: 3 } satisfies PlateInput,
    { type: "skip" } satisfies PlateInput,
    { type: "undo" } satisfies PlateInput,
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 16 }), (inputs) => {
      const { work, last } = run(...inputs);
      expect(plateWorkSchema.parse(JSON.parse(JSON.stringify(work)))).toEqual(work);
      const command = last.kind === "done" ? last.command : { type: "sweep" as const };
      expect(envelopeSchema.safeParse({ id: "cmd_1", command }).success).toBe(true);
    }),
  );
});
