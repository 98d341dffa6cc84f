/** What could turn or hide the text around it in a drawing, where nothing isolates it. */
const invisible = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const ellipsis = "…";

/** A name from data, as one short line of harmless signs. */
export function plainLabel(text: string, mostSigns = 60): string {
  const plain = text.replaceAll(invisible, " ").replaceAll(/\s+/g, " ").trim();
  const signs = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(plain)];
  if (signs.length <= mostSigns) return plain;
  return `${signs
    .slice(0, mostSigns - 1)
    .map(({ segment }) => segment)
    .join("")
    .trimEnd()}${ellipsis}`;
}
