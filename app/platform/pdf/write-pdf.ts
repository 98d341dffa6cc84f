import { createCanvas, contentWidth, type PdfCanvas, type PdfInk, wrapText } from "./pdf-canvas.ts";
import { pdfFile } from "./pdf-file.ts";
import { drawTable, type PdfTable } from "./pdf-table.ts";

type Bars = { type: "bars"; bars: readonly { label: string; text: string; value: number }[] };
type Lines = {
  type: "lines";
  labels: readonly string[];
  series: readonly { label: string; values: readonly (number | null)[] }[];
  write: (value: number) => string;
};
export type PdfBlock = { type: "title" | "heading" | "paragraph" | "note"; text: string } | ({ type: "table" } & PdfTable) | Bars | Lines;

type PdfReport = { title: string; language: string; footer: (page: number, pages: number) => string; blocks: readonly PdfBlock[] };

const looks = {
  title: { size: 20, font: "bold", ink: "ink", after: 10 },
  heading: { size: 13, font: "bold", ink: "ink", after: 6 },
  paragraph: { size: 10, font: "regular", ink: "ink", after: 8 },
  note: { size: 8.5, font: "regular", ink: "muted", after: 8 },
} as const;
const leading = 1.35;
const keepWithNext = 60;
const seriesInks: readonly PdfInk[] = ["ink", "brass", "info", "muted"];

/** A report on as many pages as it takes: texts, tables whose head comes again on each page, and drawings of lines and bars. */
export function writePdf({ title, language, footer, blocks }: PdfReport): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas();
  for (const block of blocks) draw(canvas, block);
  return pdfFile({ title, language, pages: canvas.finish(footer) });
}

function draw(canvas: PdfCanvas, block: PdfBlock): void {
  switch (block.type) {
    case "table":
      drawTable(canvas, block);
      return;
    case "bars":
      drawBars(canvas, block);
      return;
    case "lines":
      drawLines(canvas, block);
      return;
    case "title":
    case "heading":
    case "paragraph":
    case "note":
      drawText(canvas, block.type, block.text);
      return;
    default:
      block satisfies never;
  }
}

function drawText(canvas: PdfCanvas, type: keyof typeof looks, text: string): void {
  const { size, font, ink, after } = looks[type];
  // A heading alone at the foot of a page belongs to nothing.
  if (type === "heading") canvas.need(keepWithNext);
  for (const line of wrapText(text, contentWidth, size, font)) {
    canvas.need(size * leading);
    canvas.down(size * leading);
    canvas.text(line, 0, canvas.y - size * 0.3, { size, font, ink });
  }
  canvas.down(after);
}

function drawBars(canvas: PdfCanvas, { bars }: Bars): void {
  const [labelWidth, textWidth, lineHeight, size] = [170, 90, 16, 9];
  const room = contentWidth - labelWidth - textWidth - 16;
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 0) || 1;
  for (const { label, text, value } of bars) {
    canvas.need(lineHeight);
    canvas.down(lineHeight);
    const base = canvas.y - 5;
    canvas.text(wrapText(label, labelWidth, size)[0] ?? "", 0, base, { size });
    canvas.rect(labelWidth + 8, base - 7, Math.max(0.5, (Math.abs(value) / most) * room), 8, value < 0 ? "brass" : "ink");
    canvas.text(text, contentWidth, base, { size, font: "bold", align: "end" });
  }
  canvas.down(12);
}

function drawLines(canvas: PdfCanvas, { labels, series, write }: Lines): void {
  const [height, axisWidth, size] = [150, 64, 8];
  canvas.need(height + 40);
  const top = canvas.y + 8;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const range = high - low || 1;
  const width = contentWidth - axisWidth;
  const xOf = (index: number) => axisWidth + (labels.length > 1 ? (index / (labels.length - 1)) * width : width / 2);
  const yOf = (value: number) => top + height - ((value - low) / range) * height;
  for (const mark of [low, low + range / 2, high]) {
    canvas.path(
      [
        [axisWidth, yOf(mark)],
        [contentWidth, yOf(mark)],
      ],
      { ink: "line", width: 0.5 },
    );
    canvas.text(write(mark), axisWidth - 6, yOf(mark) + 3, { size, ink: "muted", align: "end" });
  }
  series.forEach(({ values: of }, index) => {
    const ink = seriesInks[index % seriesInks.length] ?? "ink";
    const points = of.map((value, at) => (value === null ? null : ([xOf(at), yOf(value)] as const)));
    canvas.path(points, { ink, width: 1.4, dash: index >= seriesInks.length });
  });
  canvas.down(height + 22);
  canvas.text(labels[0] ?? "", axisWidth, canvas.y, { size, ink: "muted" });
  canvas.text(labels.at(-1) ?? "", contentWidth, canvas.y, { size, ink: "muted", align: "end" });
  drawKey(canvas, series);
  canvas.down(14);
}

function drawKey(canvas: PdfCanvas, series: Lines["series"]): void {
  if (series.length < 2) return;
  const [size, step] = [8, 120];
  series.forEach(({ label }, index) => {
    if (index % 4 === 0) canvas.down(14);
    const x = 64 + (index % 4) * step;
    canvas.rect(x, canvas.y - 6, 8, 6, seriesInks[index % seriesInks.length] ?? "ink");
    canvas.text(wrapText(label, step - 16, size)[0] ?? "", x + 12, canvas.y, { size });
  });
}
