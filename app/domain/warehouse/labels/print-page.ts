import { chunks } from "#app/platform/chunks.ts";
import type { Drawing } from "./drawing.ts";
import { type LabelMedium, type LabelMediumName, labelMedia } from "./media.ts";
import { escapeXml, writeSvg } from "./svg.ts";

/** Labels page by page, each as often as it is wanted. */
export function labelPages(labels: readonly Drawing[], name: LabelMediumName): Drawing[][] {
  const { sheet }: LabelMedium = labelMedia[name];
  const all = labels.flatMap((label) => Array.from({ length: label.copies }, () => label));
  return chunks(all, sheet === null ? 1 : sheet.columns * sheet.rows);
}

/** Pages as large as the paper, with nothing around: a margin would put every label beside its place. */
export function printRules(name: LabelMediumName): string {
  const { widthMm, heightMm, sheet }: LabelMedium = labelMedia[name];
  const page = sheet ?? { widthMm, heightMm, columns: 1, rows: 1 };
  const top = (page.heightMm - page.rows * heightMm) / 2;
  return [
    `@page{size:${page.widthMm}mm ${page.heightMm}mm;margin:0}`,
    `.label-page{box-sizing:border-box;width:${page.widthMm}mm;height:${page.heightMm}mm;padding-top:${top}mm;overflow:hidden;display:grid;align-content:start;grid-template-columns:repeat(${page.columns},${widthMm}mm);grid-auto-rows:${heightMm}mm;break-after:page;break-inside:avoid}`,
    ".label-page:last-child{break-after:auto}",
    ".label-page>*{display:block}",
  ].join("\n");
}

/** A page of its own that any browser prints: for those who do not come from ours. */
export function writePrintPage(title: string, labels: readonly Drawing[], name: LabelMediumName): string {
  const pages = labelPages(labels, name).map((page) => `<div class="label-page">${page.map(writeSvg).join("")}</div>`);
  const style = `html,body{margin:0;background:#fff;color-scheme:light}\n${printRules(name)}`;
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${style}</style></head><body>${pages.join("")}</body></html>\n`;
}
