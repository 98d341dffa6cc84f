import type { FieldErrors } from "../../errors.ts";
import { type Area, code128Field, dataMatrixField, dots, type LabelSetup, textField, zplLabel } from "./zpl.ts";

export type Symbology = "code128" | "dataMatrix";
export type LabelResult = { ok: true; zpl: string } | { ok: false; fields: FieldErrors };

export type LabelContent = {
  /** Read across the aisle. */
  heading: string;
  lines: readonly string[];
  code: string;
  /** What the code says, for when it cannot be scanned. */
  caption: string;
  /** Data Matrix is taken as well where bars would be too thin to read. */
  symbology: Symbology;
};

const marginMm = 2;
const lineMm = 3.2;
const gapMm = 0.8;
const leastCodeMm = 6;
const headingShare = 0.34;

/** From the top: heading, lines, the code in what is left, and what it says. */
export function layOut(setup: LabelSetup, content: LabelContent): LabelResult {
  const fields = checkSetup(setup);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const { dpi } = setup;
  const [margin, line, gap] = [dots(marginMm, dpi), dots(lineMm, dpi), dots(gapMm, dpi)];
  const width = dots(setup.widthMm, dpi) - 2 * margin;
  const bottom = dots(setup.heightMm, dpi) - margin;
  let y = margin;
  const take = (height: number): Area => {
    const area = { x: margin, y, width, height };
    y += height + gap;
    return area;
  };
  const texts = [textField(content.heading, take(Math.floor(bottom * headingShare)), dpi)];
  for (const text of content.lines.filter((one) => one.trim() !== "")) texts.push(textField(text, take(line), dpi));
  const codeArea = { x: margin, y, width, height: bottom - line - gap - y };
  const symbol = codeArea.height < dots(leastCodeMm, dpi) ? undefined : symbolField(content, codeArea, dpi);
  if (symbol === undefined) return { ok: false, fields: { form: "labelTooSmall" } };
  const caption = textField(content.caption, { x: margin, y: bottom - line, width, height: line }, dpi);
  return { ok: true, zpl: zplLabel(setup, [...texts, symbol, caption]) };
}

function symbolField({ code, symbology }: LabelContent, area: Area, dpi: number): string | undefined {
  const bars = symbology === "code128" ? code128Field(code, area, dpi) : undefined;
  return bars ?? dataMatrixField(code, area, dpi);
}

function checkSetup({ widthMm, heightMm, copies = 1 }: LabelSetup): FieldErrors {
  const fields: FieldErrors = {};
  if (!(widthMm >= 20 && widthMm <= 220)) fields["widthMm"] = "fieldInvalid";
  if (!(heightMm >= 15 && heightMm <= 300)) fields["heightMm"] = "fieldInvalid";
  if (!Number.isInteger(copies) || copies < 1 || copies > 1_000) fields["copies"] = "fieldInvalid";
  return fields;
}
