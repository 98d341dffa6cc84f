import { type PdfFont, textWidth } from "./font-widths.ts";
import { pageHeight, pageWidth, pdfString } from "./pdf-file.ts";
import { toWinAnsi } from "./win-ansi.ts";

const margin = 48;
export const contentWidth = pageWidth - 2 * margin;
const footerHeight = 24;

type Ink = "ink" | "muted" | "line" | "brass" | "info";
const inks: Record<Ink, string> = {
  ink: "0.13 0.11 0.09",
  muted: "0.42 0.39 0.33",
  line: "0.80 0.77 0.70",
  brass: "0.60 0.43 0.16",
  info: "0.24 0.37 0.49",
};
export type PdfInk = Ink;

type TextStyle = { size: number; font?: PdfFont; ink?: Ink; align?: "start" | "end" };

const round = (value: number) => Math.round(value * 100) / 100;

export type PdfCanvas = ReturnType<typeof createCanvas>;

/** Pages that are drawn from top to bottom; `y` is how far down the page one is. */
export function createCanvas() {
  const pages: string[][] = [[]];
  let y = margin;
  const put = (operator: string) => pages.at(-1)?.push(operator);
  const flip = (top: number) => round(pageHeight - top);
  const bottom = pageHeight - margin - footerHeight;
  return {
    get y() {
      return y;
    },
    down(points: number) {
      y += points;
    },
    /** Begins a page where so much does not fit on this one any more; true where it did. */
    need(points: number): boolean {
      if (y + points <= bottom || y === margin) return false;
      pages.push([]);
      y = margin;
      return true;
    },
    /** One line of text on its base line, `x` from the left margin. */
    text(text: string, x: number, base: number, { size, font = "regular", ink = "ink", align = "start" }: TextStyle) {
      const codes = toWinAnsi(text);
      const left = margin + x - (align === "end" ? textWidth(codes, font, size) : 0);
      put(`BT ${inks[ink]} rg /${font === "bold" ? "F2" : "F1"} ${size} Tf ${round(left)} ${flip(base)} Td ${pdfString(codes)} Tj ET`);
    },
    rect(x: number, top: number, width: number, height: number, ink: Ink = "ink") {
      put(`${inks[ink]} rg ${round(margin + x)} ${flip(top + height)} ${round(width)} ${round(height)} re f`);
    },
    /** A line through points; where it breaks, the next piece begins. */
    path(
      points: readonly (readonly [x: number, top: number] | null)[],
      { ink = "ink", width = 1, dash = false }: { ink?: Ink; width?: number; dash?: boolean } = {},
    ) {
      let isDown = false;
      const steps = points.flatMap((point) => {
        if (point === null) {
          isDown = false;
          return [];
        }
        const step = `${round(margin + point[0])} ${flip(point[1])} ${isDown ? "l" : "m"}`;
        isDown = true;
        return [step];
      });
      if (steps.length > 0) put(`q ${inks[ink]} RG ${width} w 1 J 1 j ${dash ? "[3 3] 0 d " : ""}${steps.join(" ")} S Q`);
    },
    /** Every page's content, with the line at its foot. */
    finish(footer: (page: number, pages: number) => string): string[] {
      return pages.map((operators, index) => {
        const codes = toWinAnsi(footer(index + 1, pages.length));
        const foot = `BT ${inks.muted} rg /F1 8 Tf ${margin} ${margin - 12} Td ${pdfString(codes)} Tj ET`;
        return [...operators, foot].join("\n");
      });
    },
  };
}

/** As many as fit, and one at least: a word of a whole page is not tried sign by sign. */
function longestThat(most: number, fits: (many: number) => boolean): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines a text takes in a width. A word that is longer than a line is cut where it must be. */
export function wrapText(text: string, width: number, size: number, font: PdfFont = "regular"): string[] {
  const fits = (line: string) => textWidth(toWinAnsi(line), font, size) <= width;
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/[ \t]+/)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = word;
      while (!fits(line) && Array.from(line).length > 1) {
        const signs = Array.from(line);
        const most = longestThat(signs.length - 1, (many) => fits(signs.slice(0, many).join("")));
        lines.push(signs.slice(0, most).join(""));
        line = signs.slice(most).join("");
      }
    }
    lines.push(line);
  }
  return lines;
}
