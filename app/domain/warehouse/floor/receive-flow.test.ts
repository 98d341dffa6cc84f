import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReceiveInput, type ReceivedItem, receivingSchema, startReceiving, stepReceiving } from "./receive-flow.ts";
import type { ItemDetails } from "./scan-meaning.ts";

const plain: ReceivedItem = { sku: "kettle", code: "KET-18", title: "Kettle", gtin: null, tracksLots: false, tracksSerials: false };
const lotted = { ...plain, sku: "milk", tracksLots: true };
const numbered = { ...plain, sku: "phone", tracksSerials: true };
const nothing: ItemDetails = { lot: null, serial: null, qty: null, expiresOn: null };
const item = (of: ReceivedItem, details: Partial<ItemDetails> = {}): ReceiveInput => ({
  type: "item",
  item: of,
  details: { ...nothing, ...details },
});
const label = (sku: string, details: Partial<ItemDetails> = {}): ReceiveInput => ({
  type: "scan",
  meaning: { kind: "item", sku, ...nothing, ...details },
});
const bin: ReceiveInput = { type: "scan", meaning: { kind: "bin", binId: "dock", code: "DOCK" } };
const skip: ReceiveInput = { type: "skip" };
const qty = (count: number): ReceiveInput => ({ type: "qty", qty: count });

function run(...inputs: ReceiveInput[]) {
  let receiving = startReceiving("cmd_receive");
  const asked: string[] = [receiving.step];
  const refused: string[] = [];
  let last = stepReceiving(receiving, { type: "undo" }).verdict;
  for (const input of inputs) {
    const result = stepReceiving(receiving, input);
    receiving = result.receiving;
    last = result.verdict;
    asked.push(receiving.step);
    if (last.kind === "wrong") refused.push(last.reason);
  }
  return { receiving, last, asked, refused };
}

describe("receiving", () => {
  test("asks what, how many, on which plate and where, and no more of plain goods", () => {
    const { asked, last, receiving } = run(item(plain), qty(4), skip, bin);
    expect(asked).toEqual(["item", "qty", "plate", "bin", "bin"]);
    expect(last).toEqual({ kind: "done", binId: "dock" });
    expect(receiving).toMatchObject({ qty: 4, lot: "", expiresOn: null, plate: "" });
  });

  test("asks for lot and day where the goods need them, and not for what the label told", () => {
    expect(run(item(lotted), { type: "lot", lot: " L1 " }, { type: "expiry", day: "2027-02-28" }, qty(1)).asked).toEqual([
      "item",
      "lot",
      "expiry",
      "qty",
      "plate",
    ]);
    const told = run(item(lotted, { lot: "L7", expiresOn: "2027-01-31", qty: 12 }));
    expect(told.receiving).toMatchObject({ step: "qty", lot: "L7", expiresOn: "2027-01-31", labelQty: 12 });
    expect(run(item(lotted), label("milk", { lot: "L8" }), skip).receiving).toMatchObject({ step: "qty", lot: "L8", expiresOn: null });
    const second: ReceiveInput = {
      type: "scan",
      meaning: { kind: "details", saw: "(10)L9", details: { ...nothing, lot: "L9", expiresOn: "2027-05-01" } },
    };
    expect(run(item(lotted), second).receiving).toMatchObject({ step: "qty", lot: "L9", expiresOn: "2027-05-01" });
  });

  test("never books a day without a lot, whatever the catalogue says", () => {
    expect(run(item(plain, { expiresOn: "2027-01-31" })).receiving.step).toBe("lot");
  });

  test("takes each number once, and asks for one of each unit", () => {
    const { refused, receiving } = run(
      item(numbered, { serial: "S1" }),
      label("phone", { serial: "S1" }),
      label("phone"),
      label("kettle", { serial: "S2" }),
      label("phone", { serial: "S2" }),
      skip,
    );
    expect(refused).toEqual(["serialTwice", "serialNeeded", "wrongItem"]);
    expect(receiving).toMatchObject({ step: "plate", qty: 2, serials: ["S1", "S2"] });
    expect(run(item(numbered), skip).refused).toEqual(["serialNeeded"]);
  });

  test("refuses days that do not exist and quantities that are none", () => {
    expect(run(item(lotted, { lot: "L1" }), { type: "expiry", day: "2027-02-30" }).refused).toEqual(["dayWrong"]);
    expect(run(item(plain), qty(0), qty(1.5), qty(99_999_999)).refused).toEqual(["needsAnswer", "tooLarge", "tooLarge"]);
    expect(run(item(lotted), { type: "lot", lot: "  " }).refused).toEqual(["lotWrong"]);
  });

  test("a plate is taken along, and who scans the bin instead has none", () => {
    const plate: ReceiveInput = { type: "scan", meaning: { kind: "plate", plate: "LPN7" } };
    expect(run(item(plain), qty(1), plate).receiving).toMatchObject({ plate: "LPN7", step: "bin" });
    expect(run(item(plain), qty(1), bin).last).toEqual({ kind: "done", binId: "dock" });
  });

  test("goes back one question, and one number", () => {
    const undo: ReceiveInput = { type: "undo" };
    expect(run(item(numbered), label("phone", { serial: "S1" }), label("phone", { serial: "S2" }), undo).receiving.serials).toEqual(["S1"]);
    expect(run(item(plain), qty(3), skip, undo, undo).receiving).toMatchObject({ step: "qty", qty: 0 });
    expect(run(item(plain), undo).receiving.step).toBe("item");
  });

  test("whatever is said in whatever order, what is booked has all its goods need, and the tablet can keep it", () => {
    const any = fc.constantFrom(
      item(plain),
      item(lotted),
      item(numbered),
      label("milk", { lot: "L1", expiresOn: "2027-01-01" }),
      label("phone", { serial: "S1" }),
      label("phone", { serial: "S2" }),
      qty(3),
      skip,
      bin,
      { type: "lot", lot: "L2" } satisfies ReceiveInput,
      { type: "undo" } satisfies ReceiveInput,
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (inputs) => {
        const { receiving, last } = run(...inputs);
        expect(receivingSchema.parse(JSON.parse(JSON.stringify(receiving)))).toEqual(receiving);
        const isBooked = last.kind === "done";
        const { item: goods, lot, expiresOn, serials, qty: units } = receiving;
        const needsLot = goods?.tracksLots === true || expiresOn !== null;
        expect(isBooked && (units < 1 || (needsLot && lot === "") || (goods?.tracksSerials === true && serials.length !== units))).toBe(
          false,
        );
      }),
    );
  });
});
