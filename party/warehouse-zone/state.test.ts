import { expect, test } from "vitest";
import type { BinView, Part, ServerMessage } from "./protocol.ts";
import { applyFrame, emptyZone, fingerprint } from "./state.ts";

function aBin(id: string, qty: number, version: number): BinView {
  const place = { kind: "pick" as const, aisle: "01", xMm: 0, yMm: 0, rank: 1, capacityUnits: null, isBlocked: false };
  const lines = qty === 0 ? [] : [{ sku: "kettle", lot: "", plate: "", status: "available" as const, qty, reserved: 0 }];
  return { id, code: id.toUpperCase(), ...place, version, lines };
}

const nothing: Part = { bins: [], tasks: [], items: [], goneBins: [], goneTasks: [] };

function snapshot(seq: number, ...bins: BinView[]): ServerMessage {
  return { v: 1, type: "snapshot", cursor: { epoch: "e1", seq }, part: { ...nothing, bins } };
}

function delta(fromSeq: number, toSeq: number, part: Partial<Part>, epoch = "e1"): ServerMessage {
  return { v: 1, type: "delta", epoch, fromSeq, toSeq, part: { ...nothing, ...part } };
}

const start = applyFrame(emptyZone, snapshot(3, aBin("a", 5, 1), aBin("b", 0, 0))).view;

test("what follows the own place is applied, and the place moves with it", () => {
  const { view, hasGap } = applyFrame(start, delta(3, 5, { bins: [aBin("a", 4, 2)], goneBins: ["b"] }));
  expect([hasGap, view.cursor?.seq, view.bins.get("a")?.lines[0]?.qty, view.bins.has("b")]).toEqual([false, 5, 4, false]);
});

test("a frame that overlaps the own place is applied; one that lies behind it changes nothing", () => {
  const ahead = applyFrame(start, delta(2, 6, { bins: [aBin("a", 1, 4)] })).view;
  expect(ahead.cursor?.seq).toBe(6);
  const late = applyFrame(ahead, delta(3, 5, { bins: [aBin("a", 4, 2)] }));
  expect(late).toEqual({ view: ahead, hasGap: false });
});

test("a frame that begins after the own place, or of another epoch, is a gap and is not applied", () => {
  for (const frame of [delta(4, 5, { bins: [aBin("a", 1, 9)] }), delta(3, 5, { bins: [aBin("a", 1, 9)] }, "e2")]) {
    expect(applyFrame(start, frame)).toEqual({ view: start, hasGap: true });
  }
});

test("a snapshot replaces everything, and before the first one nothing is missing", () => {
  expect(applyFrame(emptyZone, delta(3, 5, { bins: [aBin("a", 1, 9)] }))).toEqual({ view: emptyZone, hasGap: false });
  const { view } = applyFrame(start, snapshot(9, aBin("c", 2, 7)));
  expect([[...view.bins.keys()], view.cursor?.seq]).toEqual([["c"], 9]);
});

test("two who learnt the same zone in another order have the same fingerprint, and another amount has another", () => {
  const other = applyFrame(emptyZone, snapshot(3, aBin("b", 0, 0), aBin("a", 5, 1))).view;
  expect(fingerprint(other)).toBe(fingerprint(start));
  expect(fingerprint(applyFrame(start, delta(3, 4, { bins: [aBin("a", 6, 1)] })).view)).not.toBe(fingerprint(start));
});
