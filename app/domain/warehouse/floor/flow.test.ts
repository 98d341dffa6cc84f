import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandSchema } from "../ledger/commands.ts";
import { type Flow, flowSchema, type FloorTask, shortReasons, startFlow } from "./flow-state.ts";
import type { FlowInput, Verdict } from "./flow-step.ts";
import { stepFlow } from "./flow.ts";
import type { KnownZone, Meaning } from "./scan-meaning.ts";

const item = (sku: string, tracks: Partial<{ tracksLots: boolean; tracksSerials: boolean }> = {}) =>
  [sku, { sku, code: sku, title: sku, gtin: null, tracksLots: false, tracksSerials: false, ...tracks }] as const;
const bin = (id: string) => [id, { id, code: id, version: 7 }] as const;
const zone: KnownZone = {
  bins: new Map([bin("A"), bin("B"), bin("STAGE")]),
  items: new Map([item("kettle"), item("lotted", { tracksLots: true }), item("phone", { tracksSerials: true })]),
  tasks: new Map(),
};
const scanBin = (binId: string): FlowInput => ({ type: "scan", meaning: { kind: "bin", binId, code: binId } });
const scanItem = (sku: string, rest: Partial<Extract<Meaning, { kind: "item" }>> = {}): FlowInput => ({
  type: "scan",
  meaning: { kind: "item", sku, lot: null, serial: null, qty: null, expiresOn: null, ...rest },
});
const task = (change: Partial<FloorTask> = {}): FloorTask => ({
  id: "tsk_1",
  kind: "pick",
  sku: "kettle",
  lot: "",
  plate: "",
  qty: 3,
  fromBin: "A",
  toBin: "STAGE",
  ...change,
});

/** Runs through the inputs; what was refused is in `reasons`. */
function run(start: FloorTask, ...inputs: FlowInput[]): { flow: Flow; last: Verdict; reasons: string[] } {
  let flow = startFlow(start);
  let last: Verdict = { kind: "ok" };
  const reasons: string[] = [];
  for (const input of inputs) {
    const next = stepFlow(flow, input, zone);
    flow = next.flow;
    last = next.verdict;
    if (last.kind === "wrong") reasons.push(last.reason);
  }
  return { flow, last, reasons };
}

describe("a pick", () => {
  test("asks for bin, goods, quantity and staging, and ends in one command", () => {
    const { last } = run(task(), scanBin("A"), scanItem("kettle"), { type: "qty", qty: 3 }, scanBin("STAGE"));
    expect(last).toEqual({ kind: "done", command: { type: "pick", taskId: "tsk_1", qty: 3, serials: [], short: null } });
  });

  test("takes the plate its goods stand on for their place, and no other plate", () => {
    const scanPlate = (plate: string): FlowInput => ({ type: "scan", meaning: { kind: "plate", plate } });
    expect(run(task({ plate: "LPN1" }), scanPlate("LPN2"), scanPlate("LPN1"))).toMatchObject({
      reasons: ["needsBin"],
      flow: { step: "item" },
    });
    expect(run(task(), scanPlate("LPN1")).reasons).toEqual(["needsBin"]);
  });

  test("takes no other bin, goods, lot or staging place, and says which of them was wrong", () => {
    const { reasons, flow } = run(
      task({ lot: "L1" }),
      scanItem("kettle"),
      scanBin("B"),
      scanBin("A"),
      scanItem("phone"),
      scanItem("kettle", { lot: "L2" }),
      scanItem("kettle", { lot: "L1" }),
      { type: "qty", qty: 4 },
      { type: "qty", qty: 3 },
      scanBin("B"),
    );
    expect(reasons).toEqual(["needsBin", "wrongBin", "wrongItem", "wrongLot", "tooMany", "wrongBin"]);
    expect(flow.step).toBe("to");
  });

  test("asks why there is less, and sends the reason with what there was", () => {
    const start = [scanBin("A"), scanItem("kettle"), { type: "qty", qty: 2 } as const];
    expect(run(task(), ...start).flow.step).toBe("short");
    const { last } = run(task(), ...start, { type: "short", reason: "damaged" }, scanBin("STAGE"));
    expect(last).toMatchObject({ command: { qty: 2, short: "damaged" } });
  });

  test("with nothing there ends at once, by the printed card as well", () => {
    const card: FlowInput = { type: "scan", meaning: { kind: "command", command: "DAMAGED" } };
    expect(run(task(), scanBin("A"), card).last).toMatchObject({ command: { type: "pick", qty: 0, short: "damaged" } });
    expect(run(task(), { type: "short", reason: "none-there" }).last).toMatchObject({ command: { qty: 0, short: "none-there" } });
  });

  test("of goods with numbers takes each number once", () => {
    const phones = task({ sku: "phone", qty: 2 });
    const { reasons, last } = run(
      phones,
      scanBin("A"),
      scanItem("phone"),
      scanItem("phone"),
      scanItem("phone", { serial: "S1" }),
      scanItem("phone", { serial: "S1" }),
      scanItem("phone", { serial: "S2" }),
      scanBin("STAGE"),
    );
    expect(reasons).toEqual(["serialNeeded", "serialTwice"]);
    expect(last).toMatchObject({ command: { qty: 2, serials: ["S1", "S2"] } });
  });
});

test("goods go to another place than planned only when it is scanned twice", () => {
  const move = task({ kind: "put-away", toBin: "STAGE" });
  const { reasons, last } = run(move, scanBin("A"), scanItem("kettle"), { type: "qty", qty: 3 }, scanBin("A"), scanBin("B"), scanBin("B"));
  expect(reasons).toEqual(["wrongBin", "otherBin"]);
  expect(last).toMatchObject({ kind: "done", command: { type: "finish-move", qty: 3, toBin: "B" } });
});

describe("a count", () => {
  const count = task({ kind: "count", sku: null, qty: 0, toBin: null });

  test("adds up what is found until the person says that this is all", () => {
    const { flow, last } = run(
      count,
      scanBin("A"),
      scanItem("kettle"),
      { type: "qty", qty: 4 },
      scanItem("lotted"),
      { type: "lot", lot: "L9" },
      { type: "qty", qty: 1 },
      scanItem("kettle"),
      { type: "qty", qty: 2 },
      { type: "finish" },
    );
    expect(flow.binVersion).toBe(7);
    expect(last).toEqual({
      kind: "done",
      command: {
        type: "count",
        binId: "A",
        taskId: "tsk_1",
        lines: [
          { sku: "lotted", lot: "L9", qty: 1 },
          { sku: "kettle", lot: "", qty: 6 },
        ],
      },
    });
  });

  test("of an empty bin is a count as well, and undo takes back the last goods", () => {
    expect(run(count, scanBin("A"), { type: "finish" }).last).toMatchObject({ kind: "done", command: { lines: [] } });
    expect(run(count, scanBin("A"), scanItem("kettle"), { type: "qty", qty: 4 }, { type: "undo" }).flow.lines).toEqual([]);
  });
});

const anyMeaning: fc.Arbitrary<Meaning> = fc.oneof(
  fc.constantFrom("A", "B", "STAGE", "Z").map((binId): Meaning => ({ kind: "bin", binId, code: binId })),
  fc.record({
    kind: fc.constant("item" as const),
    sku: fc.constantFrom("kettle", "lotted", "phone"),
    lot: fc.constantFrom(null, "", "L1"),
    serial: fc.constantFrom(null, "S1", "S2"),
    qty: fc.constant(null),
    expiresOn: fc.constant(null),
  }),
  fc.constantFrom("OK", "UNDO", "SHORT", "DAMAGED", "HELP").map((command): Meaning => ({ kind: "command", command: command as "OK" })),
  fc.constant<Meaning>({ kind: "unknown", saw: "?", reason: "link" }),
);
const anyInput: fc.Arbitrary<FlowInput> = fc.oneof(
  { weight: 5, arbitrary: anyMeaning.map((meaning): FlowInput => ({ type: "scan", meaning })) },
  fc.integer({ min: -2, max: 6 }).map((qty): FlowInput => ({ type: "qty", qty })),
  fc.constantFrom(...shortReasons).map((reason): FlowInput => ({ type: "short", reason })),
  fc.constantFrom<FlowInput>({ type: "finish" }, { type: "undo" }, { type: "lot", lot: "L1" }),
);
const anyTask = fc
  .record({
    kind: fc.constantFrom("pick" as const, "put-away" as const, "move" as const, "count" as const),
    sku: fc.constantFrom("kettle", "lotted", "phone"),
    qty: fc.integer({ min: 1, max: 4 }),
  })
  .map((change) => task(change));

/** What the flow would send, read as the ledger reads it, and whether it says anything at all. */
function isSensible(verdict: Verdict): boolean {
  if (verdict.kind !== "done") return true;
  const command = commandSchema.parse(verdict.command);
  if (command.type === "pick") return command.qty > 0 || command.short !== null;
  return command.type === "finish-move" ? command.qty > 0 : command.type === "count";
}

const withoutOffer = (flow: Flow) => ({ ...flow, offered: null });

test("whatever is scanned and typed, a flow asks for nothing more than its task and sends only what the ledger reads", () => {
  fc.assert(
    fc.property(anyTask, fc.array(anyInput, { maxLength: 40 }), (start, inputs) => {
      let flow = startFlow(start);
      for (const input of inputs) {
        const { flow: next, verdict } = stepFlow(flow, input, zone);
        expect(flowSchema.parse(next)).toEqual(next);
        expect(next.qty).toBeLessThanOrEqual(start.qty);
        expect(isSensible(verdict)).toBe(true);
        // What is refused leaves everything as it was, but for the place that was offered.
        expect(withoutOffer(verdict.kind === "wrong" ? next : flow)).toEqual(withoutOffer(flow));
        if (verdict.kind === "done") return;
        flow = next;
      }
    }),
    { numRuns: 500 },
  );
});
