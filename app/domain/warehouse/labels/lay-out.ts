import type { FieldErrors } from "../../errors.ts";
import { type Area, barsMark, cellsMark, dots, type Drawing, type LabelSetup, type Mark, mostLetters, textMark } from "./drawing.ts";

export const symbologies = ["code128", "qr"] as const;
export type Symbology = (typeof symbologies)[number];
export type LabelResult = { ok: true; label: Drawing } | { ok: false; fields: FieldErrors };

export type LabelContent = {
  /** Read across the aisle. */
  heading: string;
  lines: readonly string[];
  /** What bars say, and what a QR code says. */
  code: string;
  qr: string;
  /** What the code says, for when it cannot be scanned. */
  caption: string;
  /** A QR code is taken as well where bars would be too thin to read. */
  symbology: Symbology;
};

const marginMm = 2;
const lineMm = 3.2;
const gapMm = 0.8;
const leastCodeMm = 6;
const headingShare = 0.34;
/** From this on a label is wide enough for a square code with words beside it. */
const wideFrom = 1.3;
const headingShareBeside = 0.45;

/** Bars below the words; a QR code beside them where there is room, and below them where there is not. */
export function layOut(setup: LabelSetup, content: LabelContent): LabelResult {
  const fields = checkSetup(setup);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const isWide = setup.widthMm >= setup.heightMm * wideFrom;
  const bars = content.symbology === "code128" ? stacked(setup, content, (area) => barsMark(content.code, area, setup.dpi)) : undefined;
  const marks =
    bars ??
    (isWide ? beside(setup, content) : undefined) ??
    stacked(setup, content, (area) => cellsMark(content.qr, area, setup.dpi)) ??
    beside(setup, content);
  if (marks === undefined) return { ok: false, fields: { form: "labelTooSmall" } };
  return { ok: true, label: { ...setup, copies: setup.copies ?? 1, name: content.heading, marks } };
}

/** A column of areas from the top, with the label's own gap between them. */
function column(area: Area, gap: number): (height: number) => Area {
  let { y } = area;
  return (height) => {
    const taken = { ...area, y, height };
    y += height + gap;
    return taken;
  };
}

/** From the top: heading, lines, the code in what is left, and what it says. */
function stacked({ widthMm, heightMm, dpi }: LabelSetup, content: LabelContent, codeMark: (area: Area) => Mark | undefined) {
  const [margin, line, gap] = [dots(marginMm, dpi), dots(lineMm, dpi), dots(gapMm, dpi)];
  const width = dots(widthMm, dpi) - 2 * margin;
  const bottom = dots(heightMm, dpi) - margin;
  const take = column({ x: margin, y: margin, width, height: bottom - margin }, gap);
  const texts = [textMark(content.heading, take(Math.floor(bottom * headingShare)), dpi)];
  for (const text of content.lines.filter((one) => one.trim() !== "")) texts.push(textMark(text, take(line), dpi));
  const { y } = take(0);
  const area = { x: margin, y, width, height: bottom - line - gap - y };
  const code = area.height < dots(leastCodeMm, dpi) ? undefined : codeMark(area);
  if (code === undefined) return undefined;
  const caption = textMark(content.caption, { x: margin, y: bottom - line, width, height: line }, dpi);
  return [...texts, code, caption].filter((mark) => mark !== undefined);
}

/** A square at the left as high as the label, and the words at its right. */
function beside({ widthMm, heightMm, dpi }: LabelSetup, content: LabelContent): Mark[] | undefined {
  const [margin, line, gap] = [dots(marginMm, dpi), dots(lineMm, dpi), dots(gapMm, dpi)];
  const [width, height] = [dots(widthMm, dpi), dots(heightMm, dpi)];
  // The blank rim that the code brings along is the margin on its side.
  const side = Math.min(height, Math.floor(width / 2));
  const code = cellsMark(content.qr, { x: 0, y: 0, width: side, height }, dpi);
  if (code === undefined) return undefined;
  const words = { x: side, y: margin, width: width - side - margin, height: height - 2 * margin };
  const take = column(words, gap);
  const texts = [textMark(content.heading, take(Math.floor(words.height * headingShareBeside)), dpi)];
  const said = saidIn(content.caption, mostLetters(words.width, line, dpi));
  const top = height - margin - said.length * line;
  for (const text of content.lines.filter((one) => one.trim() !== "")) {
    const area = take(line);
    if (area.y + line <= top) texts.push(textMark(text, area, dpi));
  }
  const captions = said.map((text, index) => textMark(text, { ...words, y: top + index * line, height: line }, dpi));
  return [code, ...texts, ...captions].filter((mark) => mark !== undefined);
}

/** GS1 data in as many lines as it needs, none of its elements broken. */
function saidIn(caption: string, most: number): string[] {
  const lines: string[] = [];
  for (const element of caption.split(/(?=\(\d)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + element.length <= most) lines[lines.length - 1] = last + element;
    else lines.push(element);
  }
  return lines;
}

function checkSetup({ widthMm, heightMm, copies = 1 }: LabelSetup): FieldErrors {
  const fields: FieldErrors = {};
  if (!(widthMm >= 20 && widthMm <= 220)) fields["widthMm"] = "fieldInvalid";
  if (!(heightMm >= 15 && heightMm <= 300)) fields["heightMm"] = "fieldInvalid";
  if (!Number.isInteger(copies) || copies < 1 || copies > 1_000) fields["copies"] = "fieldInvalid";
  return fields;
}
