/** One way to read a number in a text: "1.234" is a thousand and more to some, and little more than one to others. */
type Reading = { value: number; /** How far from it the truth may be, where it was rounded to what is written. */ within: number };

type SaidNumber = { text: string; readings: Reading[] };

const scales: [RegExp, number][] = [
  [/^(?:mil|k|thousand)$/i, 1_000],
  [/^(?:mi|mm|m|milh(?:ão|ões)|millions?)$/i, 1_000_000],
  [/^(?:bi|bn|b|bilh(?:ão|ões)|billions?)$/i, 1_000_000_000],
];

/** Digits with their separators, and whatever letters cling to them. */
const token =
  /(?<![\p{L}\p{N}_])[-−]?\d[\d.,\u00A0\u202F]*(?:\s?(?:mil|milhão|milhões|thousand|millions?|bilhão|bilhões|billions?|mi|bi|bn|k)(?![\p{L}\p{N}]))?/giu;
/**
 * What belongs to words and not to numbers: codes, versions, models. Each begins where nothing before it could have been its
 * beginning, and no two parts of a pattern take the same letter: otherwise one long word would be tried in more ways than anybody
 * has time for.
 */
const codes = [
  // Words and numbers, joined by one sign each: "SKU-12", "v2.0", "model_x/3".
  String.raw`(?<![\p{L}_][-/.]?)[\p{L}_](?:[-/.]?[\p{L}_]|(?!\d)\p{N})*[-/.]?\d[\p{L}\p{N}_./-]*`,
  // A number first: "10kg2", "7-ab-3".
  String.raw`(?<!\d[./-]?)\d[\p{N}./-]*[\p{L}_]{2}(?:[\p{L}_-]|(?!\d)\p{N})*\d[\p{L}\p{N}_-]*`,
  String.raw`(?<!\d)\d+(?:-[\p{L}\p{N}]+){2,}`,
];
const code = new RegExp(codes.join("|"), "gu");
const date = /\b(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}\S*)?\b/g;
/** "1." at the beginning of a line counts the lines and nothing else. */
const enumerator = /^\s*(?:#+\s*)?\d{1,2}[.)]\s+/gm;

/** All numbers a text says, dates by their parts. Codes are named apart: they are right only where the data holds them. */
export function numbersIn(text: string): { numbers: SaidNumber[]; codes: string[] } {
  const codes: string[] = [];
  const plain = text
    .replaceAll(enumerator, " ")
    .replaceAll(date, (_all, year: string, month: string, day: string) => ` ${year} ${Number(month)} ${Number(day)} `)
    .replaceAll(/(?:R\$|US\$|\$|€)\s?/g, " ")
    .replaceAll(code, (word) => {
      codes.push(word.replace(/[.,/-]+$/, ""));
      return " ";
    })
    // Days, times and stretches: 28/11, 14:00, 3–5.
    .replaceAll(/(\d)\s*[/:–—]\s*(?=\d)/g, "$1 ")
    .replaceAll(/(\d)-(?=\d)/g, "$1 ");
  return { numbers: [...plain.matchAll(token)].map(([word]) => readNumber(word)), codes };
}

function readNumber(word: string): SaidNumber {
  const [, digits = "", scaleWord = ""] = /^([-−]?\d[\d.,\u00A0\u202F]*)\s?(.*)$/u.exec(word) ?? [];
  const scale = scales.find(([pattern]) => pattern.test(scaleWord))?.[1] ?? 1;
  const clean = digits
    .replaceAll(/[\u00A0\u202F]/g, "")
    .replace(/[.,]+$/, "")
    .replace("−", "-");
  return {
    text: word.trim().replace(/[.,]+$/, ""),
    readings: readingsOf(clean).map(({ value, within }) => ({ value: value * scale, within: within * scale })),
  };
}

function readingsOf(digits: string): Reading[] {
  const separators = [...digits.matchAll(/[.,]/g)].map(([sign]) => sign);
  if (separators.length === 0) return [reading(digits, 0)];
  const last = separators.at(-1) ?? ".";
  const isMixed = separators.some((sign) => sign !== last);
  const fraction = digits.length - digits.lastIndexOf(last) - 1;
  const asDecimal = reading(
    `${digits.slice(0, digits.lastIndexOf(last)).replaceAll(/[.,]/g, "")}.${digits.slice(digits.lastIndexOf(last) + 1)}`,
    fraction,
  );
  const asWhole = reading(digits.replaceAll(/[.,]/g, ""), 0);
  if (isMixed) return [asDecimal];
  if (separators.length > 1) return [asWhole];
  return fraction === 3 ? [asWhole, asDecimal] : [asDecimal];
}

function reading(text: string, decimals: number): Reading {
  return { value: Number(text), within: 0.5 * 10 ** -decimals };
}
