import fc from "fast-check";
import { expect, test } from "vitest";
import { writeOwnCode } from "./own-code.ts";
import { readScan, type ScanOptions } from "./read-scan.ts";

const thisYear = 2026;
const gs = "\u001d";
const gtin = "07891000315507";
const sscc = "106141412345678908";

function read(raw: string, options: Omit<ScanOptions, "thisYear"> = {}) {
  return readScan(raw, { thisYear, ...options });
}

test("one article is one meaning, whatever its code is printed in", () => {
  const spellings = [
    "7891000315507",
    "]E07891000315507",
    "]E3789100031550712345",
    gtin,
    `]I1${gtin}`,
    `01${gtin}`,
    `]C101${gtin}`,
    `]e001${gtin}`,
    `]d2${gs}01${gtin}`,
    `(01)${gtin}`,
    `https://id.gs1.org/01/${gtin}`,
    `HTTPS://Shop.Example/en/01/7891000315507?linkType=all`,
    `https://example.com/00/plates/01/${gtin}`,
    ` 7891000315507\r\n`,
  ];
  for (const raw of spellings) {
    expect(read(raw), raw).toMatchObject({ kind: "item", raw, gtin, details: { elements: [{ ai: "01", value: gtin }] } });
  }
});

test("UPC-E is the article that its UPC-A is", () => {
  expect(read("04252614")).toMatchObject({ kind: "item", gtin: "00042100005264" });
  expect(read("01234565")).toMatchObject({ kind: "item", gtin: "00012345000065" });
  expect(read("]E401234565")).toMatchObject({ kind: "item", gtin: "00000001234565" });
  expect(read("96385074")).toMatchObject({ kind: "item", gtin: "00000096385074" });
});

test("lot, serial, dates, count and weight come with the article", () => {
  const expected = {
    kind: "item",
    gtin,
    details: {
      lot: "AB-12",
      serial: "S1",
      expiresOn: "2026-02-28",
      bestBeforeOn: "2026-01-31",
      producedOn: "2025-12-01",
      packedOn: "2025-12-02",
      count: 12,
      netWeight: { amount: 1250, decimals: 3, unit: "kg" },
    },
  };
  const parts = ["01" + gtin + "17260200152601311125120113251202310300125010AB-12", "21S1", "3012"];
  for (const sign of [gs, "|", "~"]) expect(read(parts.join(sign)), sign).toMatchObject(expected);
  expect(read(`]d2${parts.join("#")}`, { separators: ["#"] })).toMatchObject(expected);
  expect(read(`]C1${parts.join("{GS}")}`, { separators: ["{GS}"] })).toMatchObject(expected);
  const address = `https://example.com.br/p/01/${gtin}/10/AB%2D12/21/S1?17=260200&15=260131&11=251201&13=251202&3103=001250&30=12`;
  expect(read(address)).toMatchObject(expected);
});

test("a plate is known by its SSCC or by our own number, and tells what it says about its contents", () => {
  expect(read(sscc)).toMatchObject({ kind: "plate", plate: sscc });
  expect(read(`00${sscc}`)).toMatchObject({ kind: "plate", plate: sscc });
  expect(read(`00${sscc}02${gtin}3748${gs}10L1`)).toMatchObject({
    kind: "plate",
    plate: sscc,
    details: { contentGtin: gtin, count: 48, lot: "L1" },
  });
  expect(read("LPN000123")).toMatchObject({ kind: "plate", plate: "LPN000123" });
  expect(read(writeOwnCode("plate", "LPN000123") ?? "")).toMatchObject({ kind: "plate", plate: "LPN000123" });
});

test("the second code of a label, without an article, keeps its lot and expiry", () => {
  expect(read(`]C11726013110L9`)).toMatchObject({ kind: "details", details: { gtin: null, lot: "L9", expiresOn: "2026-01-31" } });
  expect(read("(7003)2601312359(10)L9")).toMatchObject({ kind: "details", details: { expiresOn: "2026-01-31" } });
});

test("our own labels say what they are", () => {
  const own = (...parts: Parameters<typeof writeOwnCode>) => read(`]C0${writeOwnCode(...parts) ?? ""}`);
  expect(own("bin", "A-02-04")).toMatchObject({ kind: "bin", code: "A-02-04", from: "label" });
  expect(own("sku", "TEA-250")).toMatchObject({ kind: "sku", sku: "TEA-250" });
  expect(own("sku", "12345678")).toMatchObject({ kind: "sku", sku: "12345678" });
  expect(own("task", "tsk_01h")).toMatchObject({ kind: "task", taskId: "tsk_01h" });
  expect(own("badge", "s3cret")).toMatchObject({ kind: "badge", secret: "s3cret" });
  expect(own("device", "PAIR-1")).toMatchObject({ kind: "device", code: "PAIR-1" });
  expect(own("command", "SHORT")).toMatchObject({ kind: "command", command: "SHORT" });
});

test("a bare bin code is a bin that may be a SKU; other words are text; known codes are what they are known for", () => {
  expect(read("A-02-04")).toMatchObject({ kind: "bin", code: "A-02-04", from: "bare" });
  expect(read("TEA-250", { known: { skus: new Set(["TEA-250"]) } })).toMatchObject({ kind: "text", text: "TEA-250" });
  expect(read("DOCK", { known: { bins: new Set(["DOCK"]) } })).toMatchObject({ kind: "bin", code: "DOCK" });
  expect(read("78910003", { known: { skus: new Set(["78910003"]) } })).toMatchObject({ kind: "text" });
  expect(read("]C110AB", { known: { skus: new Set(["10AB"]) } })).toMatchObject({ kind: "details", details: { lot: "AB" } });
  for (const text of ["DOCK", "tea-250", "Chá verde 250", "OK", "123", "10|ABC?", "X~1"])
    expect(read(text)).toMatchObject({ kind: "text", text });
});

test("what is GS1 but wrong says why, shows all of it and points at the character", () => {
  const failures: [string, string, number][] = [
    ["7891000315508", "checkDigit", 12],
    ["]E07891000315508", "checkDigit", 15],
    ["106141412345678900", "checkDigit", 17],
    [`01${gtin}7712`, "unknownAi", 16],
    [`]C101${gtin}7712`, "unknownAi", 19],
    [`]d2${gs}01${gtin}17261301`, "date", 22],
    [` 01${gtin}10${gs}21A`, "length", 19],
    [`10AB${gs}7712`, "unknownAi", 5],
    ["(01)123", "length", 7],
    [`https://id.gs1.org/01/${gtin}/10/A%20B`, "characters", 41],
    [`https://id.gs1.org/01/07891000315508`, "checkDigit", 35],
    [`https://id.gs1.org/01/${gtin}?17=261301`, "date", 40],
    [`https://id.gs1.org/01/${gtin}/10/A%ZZ`, "characters", 40],
    ["]C0E:B:A-02-04:99", "checkDigit", 15],
    ["E:C:STOP:94", "unknownCommand", 4],
  ];
  for (const [raw, reason, position] of failures) {
    expect(read(raw), raw).toMatchObject({ kind: "invalid", raw, reason, position });
  }
  expect(read(`01${gtin}10${gs}77`)).toMatchObject({ saw: `01${gtin}10␝77` });
});

test("a torn badge shows its secret nowhere but in what came", () => {
  const torn = (writeOwnCode("badge", "s3cret") ?? "").slice(0, -1);
  expect(read(torn)).toEqual({ kind: "invalid", raw: torn, saw: "E:U:…", reason: "ownCode", position: 4 });
});

test("what is no code of any kind says what was seen, control characters too", () => {
  expect(read("")).toMatchObject({ kind: "unknown", reason: "empty" });
  expect(read("]C1\r\n")).toMatchObject({ kind: "unknown", reason: "empty" });
  expect(read("AB\u0002\u007fC\u202e")).toMatchObject({ kind: "unknown", reason: "unreadable", saw: "AB␂␡C⟨202E⟩" });
  expect(read("https://example.com/sale")).toMatchObject({ kind: "unknown", reason: "link" });
  expect(read("x".repeat(81))).toMatchObject({ kind: "unknown", reason: "tooLong", saw: `${"x".repeat(80)}…` });
  expect(read(`https://id.gs1.org/01/${gtin}?note=${"x".repeat(500)}`)).toMatchObject({ kind: "unknown", reason: "tooLong" });
  expect(read("9".repeat(513))).toMatchObject({ kind: "unknown", reason: "tooLong" });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 600 }),
  fc.string({ unit: fc.constantFrom("0", "1", "7", "(", ")", gs, "|", "]", "C", "E", ":", "-", "A", "/", "%", "?", "=", " ", "\ud800") }),
  fc.string({ unit: fc.constantFrom("01", gtin, "10", "17", "21", gs, "A", "https://a/", "/", "%", "(01)", "]C1", "E:U:") }),
);

test("nothing that arrives makes the reader throw or lose what came", () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const scan = read(raw);
      expect(scan.raw).toBe(raw);
      expect(scan.kind === "invalid" ? scan.position : 0).toBeLessThanOrEqual(raw.length);
    }),
    { numRuns: 2_000 },
  );
});

test("garbage with a control character in it never passes for a code", () => {
  const unseen = fc.constantFrom("\u0000", "\u0002", "\u001b", "\u007f", "\u200b", "\u202e", "\ufffe");
  const words = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, unseen, words, (before, sign, after) => {
      expect(["unknown", "invalid"]).toContain(read(`x${before}${sign}${after}x`).kind);
    }),
    { numRuns: 1_000 },
  );
});
