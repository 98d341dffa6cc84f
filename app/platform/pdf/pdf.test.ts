import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "./testing/read-pdf.ts";
import { wrapText } from "./pdf-canvas.ts";
import { textWidth } from "./font-widths.ts";
import { toWinAnsi } from "./win-ansi.ts";
import { writePdf, type PdfBlock } from "./write-pdf.ts";

const footer = (page: number, pages: number) => `Página ${page} de ${pages}`;
const written = (...blocks: PdfBlock[]) => readPdf(writePdf({ title: "Relatório", language: "pt-BR", footer, blocks }));

test("Portuguese comes back as it was written", () => {
  const text = "Ações às três: avó, pêssego, ü, R$ 1.234,56 – “não” (sim) \\ 50 % …";
  expect(written({ type: "paragraph", text }).pages[0]?.texts).toContain(text);
});

test("what the fonts cannot show is seen to be missing, and breaks nothing", () => {
  expect(written({ type: "paragraph", text: "a🦊b שלום <b>) Tj ET</b>" }).pages[0]?.texts).toContain("a?b ???? <b>) Tj ET</b>");
});

test("every object lies where the file says", () => {
  const { isWhole } = written({ type: "title", text: "Ação" }, { type: "note", text: "x" });
  expect(isWhole).toBe(true);
});

test("a long table goes on over pages, each with its head, and loses no row", () => {
  const rows = Array.from({ length: 140 }, (_one, index) => [`Produto ${index}`, `R$ ${index},00`]);
  const columns = [
    { label: "Produto", align: "start" },
    { label: "GMV", align: "end" },
  ] as const;
  const { pages } = written({ type: "heading", text: "Vendas" }, { type: "table", columns, rows, totals: [["Total", "R$ 9,99"]] });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page.texts).toEqual(expect.arrayContaining(["Produto", "GMV"]));
  const all = pages.flatMap(({ texts }) => texts);
  expect(rows.filter(([name, value]) => !all.includes(name ?? "") || !all.includes(value ?? ""))).toEqual([]);
  expect(pages.map(({ texts }) => texts.at(-1))).toEqual(pages.map((_page, index) => footer(index + 1, pages.length)));
});

test("nothing is drawn beyond the page, whatever the texts", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 300 }), fc.string({ maxLength: 60 })), { maxLength: 80 }), (rows) => {
      const columns = [
        { label: "a", align: "start" },
        { label: "b", align: "end" },
      ] as const;
      const { pages, isWhole } = written(
        { type: "table", columns, rows },
        { type: "bars", bars: rows.map(([label, text], index) => ({ label, text, value: index - 3 })) },
      );
      const places = pages.flatMap((page) => page.places);
      return isWhole && places.every(({ y }) => y >= 0 && y <= 842);
    }),
    { numRuns: 30 },
  );
});

test("a line is never wider than its room, and no letter is lost on the way", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const lines = wrapText(text, 120, 9);
      const isNarrow = lines.every((line) => textWidth(toWinAnsi(line), "regular", 9) <= 120 || [...line].length === 1);
      return isNarrow && lines.join("").replaceAll(/\s/g, "") === text.replaceAll(/\s/g, "");
    }),
  );
});

test("lines that break, one point, and nothing but nothing are drawn", () => {
  const write = String;
  const { pages } = written(
    {
      type: "lines",
      labels: ["a", "b", "c"],
      series: [
        { label: "x", values: [1, null, 3] },
        { label: "y", values: [0, -2, null] },
      ],
      write,
    },
    { type: "lines", labels: ["a"], series: [{ label: "x", values: [5] }], write },
    { type: "lines", labels: [], series: [{ label: "x", values: [] }], write },
  );
  expect(pages[0]?.texts).toEqual(expect.arrayContaining(["x", "y", "3", "-2"]));
});
