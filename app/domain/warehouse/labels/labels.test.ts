import fc from "fast-check";
import { expect, test } from "vitest";
import { writeDigitalLink } from "../barcodes/gs1-digital-link.ts";
import { readScan } from "../barcodes/read-scan.ts";
import { type ItemLabel, itemLabel } from "./item-label.ts";
import type { LabelSetup } from "./drawing.ts";
import type { LabelResult } from "./lay-out.ts";
import { badgeLabel, binLabel, commandLabel, plateLabel } from "./own-labels.ts";
import { qrCells } from "./qr/qr-code.ts";
import { code128Bars } from "./code128.ts";
import { writeSvg } from "./svg.ts";
import { writeZpl } from "./zpl.ts";

const wide: LabelSetup = { widthMm: 100, heightMm: 50, dpi: 203 };
const tea = { sku: "TEA-250", title: "Chá verde 250 g", gtin: "7891000315507", lot: "AB-12", expiresOn: "2026-02-28", serial: "S_1" };

function zplOf(result: LabelResult): string {
  return result.ok ? writeZpl(result.label) : JSON.stringify(result.fields);
}

function golden(...lines: string[]): string {
  return `${["^XA", "^CI28", ...lines, "^XZ"].join("\n")}\n`;
}

test("a bin label at 203 dpi", () => {
  expect(zplOf(binLabel(wide, { code: "A-02-04" }))).toBe(
    golden(
      "^PW799",
      "^LL400",
      "^LH0,0",
      String.raw`^FO16,16^A0N,130,130^FB767,1,0,C^FH\^FDA-02-04^FS`,
      String.raw`^BY3^FO116,152^BCN,200,N,N,N^FH\^FD>:E:B:A-02-04:19^FS`,
      String.raw`^FO16,358^A0N,26,26^FB767,1,0,C^FH\^FDE:B:A-02-04:19^FS`,
      "^PQ1",
    ),
  );
});

test("a bin label at 300 dpi, with a note full of the printer's own signs", () => {
  expect(zplOf(binLabel({ widthMm: 60, heightMm: 40, dpi: 300, copies: 2 }, { code: "A-02-04", note: "Pick ~ çã^\\" }))).toBe(
    golden(
      "^PW709",
      "^LL472",
      "^LH0,0",
      String.raw`^FO24,24^A0N,152,152^FB661,1,0,C^FH\^FDA-02-04^FS`,
      String.raw`^FO24,185^A0N,38,38^FB661,1,0,C^FH\^FDPick \7E \C3\A7\C3\A3\5E\5C\5C^FS`,
      String.raw`^BY3^FO71,232^BCN,169,N,N,N^FH\^FD>:E:B:A-02-04:19^FS`,
      String.raw`^FO24,410^A0N,38,38^FB661,1,0,C^FH\^FDE:B:A-02-04:19^FS`,
      "^PQ2",
    ),
  );
});

test("a bin label too narrow for bars has a QR code beside its words", () => {
  expect(zplOf(binLabel({ widthMm: 40, heightMm: 25, dpi: 203 }, { code: "A-02-04" }))).toBe(
    golden(
      "^PW320",
      "^LL200",
      "^LH0,0",
      String.raw`^FO27,47^BQN,2,5^FH\^FDMM,B0014E:B:A-02-04:19^FS`,
      String.raw`^FO160,37^A0N,33,33^FB144,1,0,C^FH\^FDA-02-04^FS`,
      String.raw`^FO160,163^A0N,16,16^FB144,1,0,C^FH\^FDE:B:A-02-04:19^FS`,
      "^PQ1",
    ),
  );
});

test("a plate label is GS1-128 for an SSCC and our own code for our own number", () => {
  expect(zplOf(plateLabel({ widthMm: 100, heightMm: 150, dpi: 203 }, { plate: "106141412345678908", note: "Dock 3" }))).toBe(
    golden(
      "^PW799",
      "^LL1199",
      "^LH0,0",
      String.raw`^FO16,183^A0N,68,68^FB767,1,0,C^FH\^FD106141412345678908^FS`,
      String.raw`^FO16,424^A0N,26,26^FB767,1,0,C^FH\^FDDock 3^FS`,
      String.raw`^BY4^FO87,456^BCN,695,N,N,N^FH\^FD>;>800106141412345678908^FS`,
      String.raw`^FO16,1157^A0N,26,26^FB767,1,0,C^FH\^FD(00)106141412345678908^FS`,
      "^PQ1",
    ),
  );
  expect(zplOf(plateLabel(wide, { plate: "LPN000123" }))).toContain(String.raw`^FD>:E:P:LPN>5000123>6:81^FS`);
});

test("a badge at 300 dpi shows a name and no secret but the one in its code", () => {
  const zpl = zplOf(badgeLabel({ widthMm: 54, heightMm: 86, dpi: 300 }, { name: "João Conceição", role: "Picker", secret: "aB3_cD4-eF5" }));
  expect(zpl).toBe(
    golden(
      "^PW638",
      "^LL1016",
      "^LH0,0",
      String.raw`^FO24,159^A0N,67,67^FB590,1,0,C^FH\^FDJo\C3\A3o Concei\C3\A7\C3\A3o^FS`,
      String.raw`^FO24,370^A0N,38,38^FB590,1,0,C^FH\^FDPicker^FS`,
      String.raw`^FO206,568^BQN,2,9^FH\^FDMM,B0018E:U:aB3_cD4-eF5:88^FS`,
      "^PQ1",
    ),
  );
  expect(zpl.split("aB3")).toHaveLength(2);
});

test("an item label carries lot, expiry and serial in GS1-128, or in a QR code as a GS1 Digital Link", () => {
  const head = [
    "^PW799",
    "^LL400",
    "^LH0,0",
    String.raw`^FO16,16^A0N,130,130^FB767,1,0,C^FH\^FDTEA-250^FS`,
    String.raw`^FO16,152^A0N,26,26^FB767,1,0,C^FH\^FDCh\C3\A1 verde 250 g^FS`,
  ];
  const foot = [String.raw`^FO16,358^A0N,26,26^FB767,1,0,C^FH\^FD(01)07891000315507(17)260228(10)AB-12(21)S_1^FS`, "^PQ1"];
  const bars = String.raw`^BY2^FO78,184^BCN,168,N,N,N^FH\^FD>;>801078910003155071726022810>6AB-12>821S_1^FS`;
  expect(zplOf(itemLabel(wide, tea))).toBe(golden(...head, bars, ...foot));
  expect(zplOf(itemLabel(wide, { ...tea, symbology: "qr" }))).toContain(
    String.raw`^FDMM,B0062https://id.gs1.org/01/07891000315507/10/AB-12/21/S_1?17=260228^FS`,
  );
  expect(zplOf(itemLabel(wide, { ...tea, symbology: "qr" })).match(/\(\d\d\)[\w-]+/g)).toEqual([
    ...(["(01)07891000315507", "(17)260228", "(10)AB-12", "(21)S_1"] as const),
  ]);
});

test("an article without a GTIN has its SKU in bars and the rest in words", () => {
  const zpl = zplOf(itemLabel(wide, { sku: "TEA-250", title: "Chá", lot: "Lote 7", expiresOn: "2026-02-28" }));
  expect(zpl).toContain("^FD>:E:S:TEA-250:71^FS");
  expect(zpl).toContain("^FDLote 7  2026-02-28^FS");
});

/** What a scanner would send for the code of a label. */
function scanOf(result: LabelResult): string {
  const zpl = zplOf(result);
  const cells = /\^BQN[^^]*\^FH\\\^FDMM,B\d{4}(.*)\^FS/.exec(zpl)?.[1];
  if (cells !== undefined) return unescape(cells);
  const signs: Record<string, string> = { ">8": "\u001d", ">0": ">", "><": "^", ">=": "~" };
  const bars = /\^BCN[^^]*\^FH\\\^FD(.*)\^FS/.exec(zpl)?.[1] ?? "";
  return unescape(bars).replaceAll(/>./g, (sign) => signs[sign] ?? "");
}

function unescape(data: string): string {
  return decodeURIComponent(data.replaceAll("%", "%25").replaceAll(/\\([0-9A-F]{2})/g, "%$1"));
}

const thisYear = 2026;
const read = (result: LabelResult) => readScan(scanOf(result), { thisYear });
const setups = fc.record({
  widthMm: fc.integer({ min: 60, max: 110 }),
  heightMm: fc.integer({ min: 50, max: 160 }),
  dpi: fc.constantFrom(203 as const, 300 as const),
});

test("what a label says is what a scan of it means", () => {
  const lots = fc.stringMatching(/^[!-"%-?A-Z_a-z]{1,20}$/);
  fc.assert(
    fc.property(setups, lots, lots, fc.constantFrom("code128" as const, "qr" as const), (setup, lot, serial, symbology) => {
      const scan = read(itemLabel(setup, { ...tea, lot, serial, symbology, count: 12 }));
      const details = { lot, serial, expiresOn: "2026-02-28", count: 12 };
      expect(scan).toMatchObject({ kind: "item", gtin: "07891000315507", details });
      expect(read(binLabel(setup, { code: "A-02-04", symbology }))).toMatchObject({ kind: "bin", code: "A-02-04", from: "label" });
      expect(read(badgeLabel(setup, { name: "Ana", role: "", secret: "s_3-x.Y" }))).toMatchObject({ kind: "badge", secret: "s_3-x.Y" });
      expect(read(plateLabel(setup, { plate: "106141412345678908", symbology }))).toMatchObject({
        kind: "plate",
        plate: "106141412345678908",
      });
      expect(read(plateLabel(setup, { plate: "LPN7K3M9QX2WB-001", symbology }))).toMatchObject({
        kind: "plate",
        plate: "LPN7K3M9QX2WB-001",
      });
      expect(read(itemLabel(setup, { sku: "12345678", title: "Mug", symbology }))).toMatchObject({ kind: "sku", sku: "12345678" });
      expect(read(commandLabel(setup, { command: "UNDO", words: "Desfazer" }))).toMatchObject({ kind: "command", command: "UNDO" });
    }),
    { numRuns: 200 },
  );
});

test("no text becomes a command of the printer or is lost on the way to it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (title) => {
      const zpl = zplOf(itemLabel(wide, { ...tea, title: `x${title}` }));
      expect(zpl).toMatch(/^[\n -~]*$/);
      expect(zpl.match(/[\^~][A-Z]{2}/g)?.filter((command) => command === "^FD")).toHaveLength(4);
      expect(zpl).not.toContain("~");
      const said = /\^FO16,152.*?\^FD(.*)\^FS/.exec(zpl)?.[1] ?? "";
      expect(unescape(said).replaceAll("\\\\", "\\")).toBe(`x${title}`.replaceAll(/\p{C}+/gu, " ").trim());
    }),
  );
});

test("a link says everything in its place, and nothing in it is taken for a part of the link", () => {
  const elements = [
    { ai: "17", value: "260228" },
    { ai: "21", value: "A/1?" },
    { ai: "01", value: "07891000315507" },
    { ai: "240", value: "a&b=c" },
    { ai: "10", value: "L%1" },
  ];
  const link = writeDigitalLink(elements);
  expect(link).toBe("https://id.gs1.org/01/07891000315507/10/L%251/21/A%2F1%3F?17=260228&240=a%26b%3Dc");
  const scan = readScan(link, { thisYear });
  expect(scan.kind === "item" && scan.details.elements.toSorted((a, b) => a.ai.localeCompare(b.ai))).toEqual(
    elements.toSorted((a, b) => a.ai.localeCompare(b.ai)),
  );
});

/** Dark cells of the last path of a picture, in the size of one cell. */
function darkOf(svg: string, cell: number): Set<string> {
  const path = svg.split('<path d="').at(-1)?.split('"')[0] ?? "";
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(length)] as const);
  const [left, top] = [Math.min(...runs.map(([x]) => x)), Math.min(...runs.map(([, y]) => y))];
  return new Set(
    runs.flatMap(([x, y, length]) =>
      Array.from({ length: length / cell }, (_, index) => `${(x - left) / cell + index},${(y - top) / cell}`),
    ),
  );
}

test("a page draws the same bars and cells as the printer, in the label's own millimetres", () => {
  const bin = binLabel(wide, { code: "A-02-04" });
  const svg = bin.ok ? writeSvg(bin.label) : "";
  expect(svg).toContain('width="100mm" height="50mm" viewBox="0 0 799 400"');
  const runs = [...svg.matchAll(/M(\d+) 152h(\d+)v\d+H(\d+)z/g)].map(([, ...numbers]) => numbers.map(Number));
  const edges = runs.flatMap(([x = 0, width = 0]) => [x, x + width]);
  const widths = edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / 3);
  expect(widths).toEqual(code128Bars("E:B:A-02-04:19"));
  expect(edges[0]).toBe(116);
  expect(runs.every(([x, , back]) => x === back)).toBe(true);
  expect(svg).toContain(">A-02-04</text>");

  const square = binLabel(wide, { code: "A-02-04", symbology: "qr" });
  const dark = darkOf(square.ok ? writeSvg(square.label).replaceAll(/<text.*?<\/text>/g, "") : "", 6);
  const cells = qrCells("E:B:A-02-04:19") ?? [];
  const expected = cells.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect([...dark].toSorted()).toEqual(expected.toSorted());
});

test("no text becomes an element of the picture", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "/", "a", "]]>", "<script>"), maxLength: 20 }), (title) => {
      const label = itemLabel(wide, { ...tea, title: `x${title}` });
      const svg = label.ok ? writeSvg(label.label) : "";
      expect(svg.match(/<\/?[a-z]+/g)).toEqual([
        "<svg",
        "<path",
        "<text",
        "</text",
        "<text",
        "</text",
        "<path",
        "<text",
        "</text",
        "</svg",
      ]);
      expect(svg.replaceAll(/<[^<>]*>/g, "")).not.toMatch(/[<>"']/);
    }),
  );
});

test("a text too long for its line is cut with a sign", () => {
  expect(zplOf(itemLabel(wide, { ...tea, title: "x".repeat(200) }))).toMatch(/\^FDx{70,90}\\E2\\80\\A6\^FS/);
});

test("what cannot be printed names its field", () => {
  const fieldsOf = (result: LabelResult) => (result.ok ? {} : result.fields);
  const item = (change: Partial<ItemLabel>) => fieldsOf(itemLabel(wide, { ...tea, ...change }));
  expect(item({ gtin: "7891000315508" })).toEqual({ gtin: "gtinInvalid" });
  expect(item({ lot: "Lote 7", serial: "x".repeat(21) })).toEqual({ lot: "fieldInvalid", serial: "fieldInvalid" });
  expect(item({ expiresOn: "2026-02-30" })).toEqual({ expiresOn: "fieldInvalid" });
  expect(item({ expiresOn: "28/02/2026" })).toEqual({ expiresOn: "fieldInvalid" });
  expect(item({ count: 1.5 })).toEqual({ count: "fieldInvalid" });
  expect(item({ sku: " " })).toEqual({ sku: "required" });
  expect(item({ sku: "chá", gtin: null })).toEqual({ sku: "fieldInvalid" });
  expect(fieldsOf(binLabel(wide, { code: "a 1" }))).toEqual({ code: "binCodeInvalid" });
  expect(fieldsOf(plateLabel(wide, { plate: "106141412345678900" }))).toEqual({ plate: "plateInvalid" });
  expect(fieldsOf(badgeLabel(wide, { name: "", role: "", secret: "s" }))).toEqual({ name: "required" });
  expect(fieldsOf(binLabel({ ...wide, widthMm: 5, heightMm: Number.NaN, copies: 0 }, { code: "A" }))).toEqual({
    widthMm: "fieldInvalid",
    heightMm: "fieldInvalid",
    copies: "fieldInvalid",
  });
  expect(fieldsOf(itemLabel({ widthMm: 20, heightMm: 30, dpi: 203 }, tea))).toEqual({ form: "labelTooSmall" });
  expect(fieldsOf(itemLabel({ widthMm: 200, heightMm: 15, dpi: 203 }, tea))).toEqual({ form: "labelTooSmall" });
});
