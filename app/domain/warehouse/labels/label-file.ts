import { z } from "zod";
import { AppError } from "../../errors.ts";
import { wholeNumber } from "../../whole-number.ts";
import type { LabelOptions, LabelSet } from "./label-set.ts";
import { symbologies } from "./lay-out.ts";
import { type LabelMedium, labelMedia, labelMediumNames, mostLabels } from "./media.ts";
import { writePrintPage } from "./print-page.ts";
import { writeZpl } from "./zpl.ts";

/** How labels are to look, whatever is on them. */
export const printFields = {
  format: z.enum(["zpl", "html"], "fieldInvalid").default("zpl"),
  medium: z.enum(labelMediumNames, "fieldInvalid").default("100x50"),
  dpi: z.enum(["203", "300"], "fieldInvalid").default("203"),
  symbology: z.enum(symbologies, "fieldInvalid").default("code128"),
  copies: wholeNumber({ min: 1, max: mostLabels }).default(1),
};
const printSchema = z.object(printFields);
type Print = z.output<typeof printSchema>;

export type LabelFile = { mediaType: string; name: string; count: number; text: string };

export function optionsOf({ medium, dpi, copies }: Print): LabelOptions {
  return { medium, dpi: dpi === "300" ? 300 : 203, copies };
}

/** The labels as a printer or a browser takes them. */
export function labelFile(name: string, set: LabelSet, { format, medium }: Print): LabelFile {
  if (!set.ok) throw new AppError("invalid", "checkFields", { fields: set.fields });
  const { labels } = set;
  if (format === "html")
    return { mediaType: "text/html", name: `${name}.html`, count: labels.length, text: writePrintPage(name, labels, medium) };
  const { sheet }: LabelMedium = labelMedia[medium];
  if (sheet !== null) throw new AppError("invalid", "checkFields", { fields: { medium: "labelNeedsRoll" } });
  return { mediaType: "application/zpl", name: `${name}.zpl`, count: labels.length, text: labels.map(writeZpl).join("") };
}
