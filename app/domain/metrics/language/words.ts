import { foldText } from "../../text/normalise.ts";

/** A word as it was written, and as it is compared. */
export type Word = { raw: string; text: string; key: string; start: number; end: number; isQuoted: boolean };

const shape =
  /["“”«»]([^"“”«»]{1,200})["“”«»]|r\$|us\$|[$€%?]|[<>]=?|[≥≤]|(?<!\p{L})(?:[pcs]\/|w\/o?)(?=\s)|[\p{L}\p{N}_]+(?:(?:[./'’@-]|(?<=\d)[,:](?=\d))[\p{L}\p{N}_]+)*/giu;

/** Words that end like a plural and are none. */
const single: ReadonlySet<string> = new Set(
  "mais menos depois tres mes status this gas plus less yes os as is us ours has was does".split(" "),
);

/**
 * One key for the singular and the plural of a word in either language. It need not be a word: what is looked for is brought
 * to its key by the same rules.
 */
export function wordKey(word: string): string {
  if (word.length < 4 || single.has(word) || /\d/.test(word)) return word;
  return singular(word).replace(/n$/, "m");
}

function singular(word: string): string {
  if (word.endsWith("oes")) return `${word.slice(0, -3)}ao`;
  if (word.length > 4 && word.endsWith("ais")) return `${word.slice(0, -2)}l`;
  if (word.length > 4 && word.endsWith("eis")) return `${word.slice(0, -2)}l`;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:[aei]d|[aeiu]t|al)ores$|(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Words of letters alone are taken apart at hyphens and slashes; dates, amounts and codes stay whole. */
function parts(raw: string, start: number): { raw: string; start: number }[] {
  if (/\d|@|\/$|^w\/o$/i.test(raw) || !/[-/]/.test(raw)) return [{ raw, start }];
  // "Orders/day" is said with a word.
  const byUnit =
    /^(?<what>[^/]+)\/(?<unit>h|hour|day|week|month|order|call|picker|person|(?<spoken>hora|dia|semana|mes|m[eê]s|pedido|chamada|pessoa|separador))$/i.exec(
      raw,
    )?.groups;
  if (byUnit !== undefined) {
    const { what = "", unit = "", spoken } = byUnit;
    const at = start + what.length;
    return [...parts(what, start), { raw: spoken === undefined ? "per" : "por", start: at }, { raw: unit, start: at + 1 }];
  }
  return [...raw.matchAll(/[^-/]+/g)].map((match) => ({ raw: match[0], start: start + match.index }));
}

export function readWords(text: string): Word[] {
  return [
    ...text
      .normalize("NFC")
      .replaceAll(/(?<=\d)[ºª°]/g, " ")
      .matchAll(shape),
  ].flatMap((match) => {
    const [whole, quoted] = match;
    if (quoted !== undefined) {
      const folded = foldText(quoted);
      return [{ raw: quoted, text: folded, key: folded, start: match.index, end: match.index + whole.length, isQuoted: true }];
    }
    return parts(whole, match.index).map(({ raw, start }): Word => {
      const folded = foldText(raw)
        .replace(/['’]s$/, "")
        .replaceAll(/['’]/g, "");
      return { raw, text: folded, key: wordKey(folded), start, end: start + raw.length, isQuoted: false };
    });
  });
}
