const stopWords = new Set(
  "a as o os e de da do das dos em no na nos nas com sem para por um uma the of and for with in on to an at from by kit".split(" "),
);
const units: readonly [RegExp, string][] = [
  [/(\d+(?:[.,]\d+)?)\s*(?:litros?|liters?|litres?|lts?|l)\b/g, "$1l"],
  [/(\d+(?:[.,]\d+)?)\s*(?:mililitros?|ml)\b/g, "$1ml"],
  [/(\d+(?:[.,]\d+)?)\s*(?:quilos?|kilos?|kgs?|kg)\b/g, "$1kg"],
  [/(\d+(?:[.,]\d+)?)\s*(?:gramas?|grams?|g)\b/g, "$1g"],
  [/(\d+(?:[.,]\d+)?)\s*(?:polegadas?|inch(?:es)?|in|")(?!\w)/g, "$1in"],
  [/(\d+(?:[.,]\d+)?)\s*(?:volts?|v)\b/g, "$1v"],
];
/** The longest endings first, so that the plural of a plural is not cut in half. */
const plurals: readonly [RegExp, string][] = [
  [/coes$/, "cao"],
  // Not the shoes of English.
  [/(?<=\w{3})(?:oes|aes)$/, "ao"],
  [/ais$/, "al"],
  [/eis$/, "el"],
  [/res$/, "r"],
  [/ies$/, "y"],
  [/([^s])s$/, "$1"],
];
const lastVowel = /[aoe]$/;
const mostWords = 8;

/** The words a term is about, in Portuguese or English, without accents, plurals and small words. */
export function termWords(text: string): string[] {
  let plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  for (const [unit, written] of units) plain = plain.replaceAll(unit, written);
  const words = plain.replaceAll(/(\d),(\d)/g, "$1.$2").match(/\d+(?:\.\d+)?[a-z]*|[a-z]+/g) ?? [];
  return words.filter((word) => !stopWords.has(word)).map(stemOf);
}

/** The same for every spelling of a term, in any order of its words; undefined for what is no term. */
export function termKey(text: string): string | undefined {
  const words = [...new Set(termWords(text))];
  return words.length === 0 || words.length > mostWords ? undefined : words.toSorted().join(" ").slice(0, 120);
}

const smaller = new Map([
  ["ml", { unit: "l", of: 1_000 }],
  ["g", { unit: "kg", of: 1_000 }],
]);

/** A word that is a size in a unit that is known here: litres, kilograms, inches or volts. */
export function readMeasure(word: string): { amount: number; unit: string } | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(l|ml|kg|g|in|v)$/.exec(word) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const whole = smaller.get(unit);
  return whole === undefined ? { amount: Number(digits), unit } : { amount: Number(digits) / whole.of, unit: whole.unit };
}

function stemOf(word: string): string {
  if (word.length < 4 || /^\d/.test(word)) return word;
  const plural = plurals.find(([ending]) => ending.test(word));
  const single = plural === undefined ? word : word.replace(...plural);
  // "itens" and "item", while "cans" stays "can".
  const stem = single.replace(lastVowel, "").replace(/m$/, "n");
  return stem.length >= 3 ? stem : single;
}
