/** What labels are printed on. A roll has one label after the other; a sheet of A4 has them in columns and rows. */
export type LabelMedium = {
  widthMm: number;
  heightMm: number;
  sheet: { widthMm: number; heightMm: number; columns: number; rows: number } | null;
};

const a4 = { widthMm: 210, heightMm: 297 };

export const labelMedia = {
  "50x25": { widthMm: 50, heightMm: 25, sheet: null },
  "100x50": { widthMm: 100, heightMm: 50, sheet: null },
  "100x150": { widthMm: 100, heightMm: 150, sheet: null },
  "a4-3x8": { widthMm: 70, heightMm: 37, sheet: { ...a4, columns: 3, rows: 8 } },
  "a4-2x4": { widthMm: 105, heightMm: 74, sheet: { ...a4, columns: 2, rows: 4 } },
} as const satisfies Record<string, LabelMedium>;

export type LabelMediumName = keyof typeof labelMedia;
export const labelMediumNames = ["50x25", "100x50", "100x150", "a4-3x8", "a4-2x4"] as const satisfies readonly LabelMediumName[];

export function isLabelMedium(name: string): name is LabelMediumName {
  return Object.hasOwn(labelMedia, name);
}

/** More at once is a print run that nobody can watch, and a page that no browser lays out in time. */
export const mostLabels = 1_000;
