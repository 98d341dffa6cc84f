/** Of the signs from space to tilde, in thousandths of the size, as published with the fonts. */
const regular =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";
const bold =
  "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584";

const firstCode = 0x20;
const widths = { regular: regular.split(" ").map(Number), bold: bold.split(" ").map(Number) };
export type PdfFont = keyof typeof widths;

/** Letters with accents are as wide as the letters they are made of. */
const bases = "AAAAAA\0CEEEEIIII\0NOOOOO\0OUUUUY\0\0aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";
const firstAccented = 0xc0;
/** What is neither plain nor accented: a dash or a sign of money, about as wide as a figure. */
const otherWidth = 556;
const wideWidth = 1000;
const wide = new Set([0x85, 0x89, 0x8c, 0x97, 0x99, 0xc6, 0xe6]);

function widthOf(code: number, font: PdfFont): number {
  const base = code >= firstAccented ? bases.charCodeAt(code - firstAccented) : code;
  if (wide.has(code)) return wideWidth;
  return widths[font][base - firstCode] ?? otherWidth;
}

/** How wide a text in that encoding is, in points. */
export function textWidth(codes: readonly number[], font: PdfFont, size: number): number {
  return (codes.reduce((sum, code) => sum + widthOf(code, font), 0) * size) / 1000;
}
