import type { FieldErrors } from "../../errors.ts";
import type { Drawing, LabelSetup } from "./drawing.ts";
import type { LabelResult } from "./lay-out.ts";
import { type LabelMedium, type LabelMediumName, labelMedia, mostLabels } from "./media.ts";

export type LabelOptions = { medium: LabelMediumName; dpi: 203 | 300; copies: number };
export type LabelSet = { ok: true; labels: Drawing[] } | { ok: false; fields: FieldErrors };

/** Sheets go through an office printer, which draws finer than both. */
const sheetDpi = 300;

function setupOf({ medium, dpi, copies }: LabelOptions): LabelSetup {
  const { widthMm, heightMm, sheet }: LabelMedium = labelMedia[medium];
  return { widthMm, heightMm, dpi: sheet === null ? dpi : sheetDpi, copies };
}

/** A label of each thing, or why one of them cannot be printed: part of a set is worse than none. */
export function labelSet<T>(things: readonly T[], options: LabelOptions, labelOf: (setup: LabelSetup, thing: T) => LabelResult): LabelSet {
  const { copies } = options;
  if (!Number.isInteger(copies) || copies < 1) return { ok: false, fields: { copies: "fieldInvalid" } };
  if (things.length * copies > mostLabels) return { ok: false, fields: { form: "tooManyLabels" } };
  const labels: Drawing[] = [];
  for (const thing of things) {
    const result = labelOf(setupOf(options), thing);
    if (!result.ok) return result;
    labels.push(result.label);
  }
  return { ok: true, labels };
}
