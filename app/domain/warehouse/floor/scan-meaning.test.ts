import fc from "fast-check";
import { expect, test } from "vitest";
import { writeOwnCode } from "../barcodes/own-code.ts";
import { type KnownZone, meaningOf } from "./scan-meaning.ts";

const zone: KnownZone = {
  bins: new Map([["A-01-01", { id: "A-01-01", code: "A-01-01", version: 3 }]]),
  items: new Map([
    ["var_k", { sku: "var_k", code: "KET-18", title: "Kettle", gtin: "7891000315507", tracksLots: true, tracksSerials: false }],
  ]),
  tasks: new Map([["tsk_1", {}]]),
};
const meaning = (raw: string) => meaningOf(raw, zone, 2026);

test("every code of ours means what it stands for, on any screen", () => {
  expect(meaning(writeOwnCode("bin", "A-01-01") ?? "")).toEqual({ kind: "bin", binId: "A-01-01", code: "A-01-01" });
  expect(meaning(writeOwnCode("sku", "KET-18") ?? "")).toMatchObject({ kind: "item", sku: "var_k" });
  expect(meaning(writeOwnCode("task", "tsk_1") ?? "")).toEqual({ kind: "task", taskId: "tsk_1" });
  expect(meaning(writeOwnCode("command", "SHORT") ?? "")).toEqual({ kind: "command", command: "SHORT" });
  expect(meaning(writeOwnCode("badge", "S3CRET") ?? "")).toEqual({ kind: "badge", badge: "S3CRET" });
});

test("an article is known by its GTIN in any length, and its lot comes along", () => {
  expect(meaning("7891000315507")).toMatchObject({ kind: "item", sku: "var_k", lot: null });
  expect(meaning("010789100031550710L7")).toMatchObject({ kind: "item", sku: "var_k", lot: "L7" });
  expect(meaning("KET-18")).toMatchObject({ kind: "item", sku: "var_k" });
});

test("what this zone does not have is told apart from what nobody can read", () => {
  expect(meaning(writeOwnCode("bin", "Z-09-09") ?? "")).toEqual({ kind: "foreign", what: "bin", saw: "Z-09-09" });
  expect(meaning("7891000000007")).toMatchObject({ kind: "foreign", what: "item" });
  expect(meaning(writeOwnCode("task", "tsk_9") ?? "")).toMatchObject({ kind: "foreign", what: "task" });
  expect(meaning("https://example.com/x")).toMatchObject({ kind: "unknown", reason: "link" });
});

test("a code that only looks like a bin's is no bin, and may be goods of another zone", () => {
  expect(meaning("A-01-01")).toMatchObject({ kind: "bin", binId: "A-01-01" });
  expect(meaning("VASO-001-P")).toMatchObject({ kind: "foreign", what: "item", saw: "VASO-001-P" });
});

test("whatever is scanned gets an answer, and no badge or pairing code is ever shown", () => {
  const secret = fc.stringMatching(/^[0-9A-Z]{16}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (raw) => {
      expect(meaning(raw).kind).toBeTypeOf("string");
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom("badge" as const, "device" as const), secret, fc.nat({ max: 20 }), (kind, body, cut) => {
      const whole = writeOwnCode(kind, body) ?? "";
      const read = meaning(whole.slice(0, whole.length - cut));
      expect(read.kind === "badge" ? "" : JSON.stringify(read)).not.toContain(body.slice(0, 6));
    }),
  );
});
