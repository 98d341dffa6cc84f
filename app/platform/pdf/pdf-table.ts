import { textWidth } from "./font-widths.ts";
import { contentWidth, type PdfCanvas, wrapText } from "./pdf-canvas.ts";
import { toWinAnsi } from "./win-ansi.ts";

export type PdfTable = {
  columns: readonly { label: string; align: "start" | "end" }[];
  rows: readonly (readonly string[])[];
  totals?: readonly (readonly string[])[];
};

const size = 9;
const lineHeight = 12;
const padding = 5;
const gap = 10;
const narrowest = 40;

/** A table over as many pages as it takes; its head comes again on each. */
export function drawTable(canvas: PdfCanvas, { columns, rows, totals = [] }: PdfTable): void {
  const widths = columnWidths({ columns, rows: [...rows, ...totals] });
  const drawHead = () => drawRow(canvas, { cells: columns.map(({ label }) => label), columns, widths, isBold: true });
  canvas.need(3 * (lineHeight + 2 * padding));
  drawHead();
  for (const cells of rows) drawRow(canvas, { cells, columns, widths, onNewPage: drawHead });
  for (const cells of totals) drawRow(canvas, { cells, columns, widths, isBold: true, onNewPage: drawHead });
  canvas.down(12);
}

/** What all have room for; figures are never broken, names give way. */
function columnWidths({ columns, rows }: Pick<PdfTable, "columns" | "rows">): number[] {
  const natural = columns.map(({ label }, index) => {
    const cells = rows.map((row) => textWidth(toWinAnsi(row[index] ?? ""), "regular", size));
    return Math.max(textWidth(toWinAnsi(label), "bold", size), ...cells, narrowest);
  });
  const room = contentWidth - gap * (columns.length - 1);
  const sum = natural.reduce((all, width) => all + width, 0);
  if (sum <= room) return natural.map((width, index) => (index === 0 ? width + room - sum : width));
  const rigid = natural.reduce((all, width, index) => all + (columns[index]?.align === "end" ? width : 0), 0);
  const [soft, left] = [sum - rigid, room - rigid];
  // Figures alone are wider than the page: then all give way alike.
  if (left < narrowest || soft === 0) return natural.map((width) => (width * room) / sum);
  return natural.map((width, index) => (columns[index]?.align === "end" ? width : (width * left) / soft));
}

type Row = {
  cells: readonly string[];
  columns: PdfTable["columns"];
  widths: readonly number[];
  isBold?: boolean;
  onNewPage?: () => void;
};

function drawRow(canvas: PdfCanvas, { cells, columns, widths, isBold = false, onNewPage }: Row): void {
  const font = isBold ? "bold" : "regular";
  const lines = columns.map((_column, index) => wrapText(cells[index] ?? "", widths[index] ?? narrowest, size, font).slice(0, 6));
  const height = Math.max(...lines.map((one) => one.length), 1) * lineHeight + padding;
  if (canvas.need(height)) onNewPage?.();
  let x = 0;
  columns.forEach(({ align }, index) => {
    const width = widths[index] ?? narrowest;
    (lines[index] ?? []).forEach((line, at) => {
      canvas.text(line, align === "end" ? x + width : x, canvas.y + (at + 1) * lineHeight - 2, { size, font, align });
    });
    x += width + gap;
  });
  canvas.down(height);
  canvas.path(
    [
      [0, canvas.y],
      [contentWidth, canvas.y],
    ],
    { ink: isBold ? "muted" : "line", width: 0.5 },
  );
}
