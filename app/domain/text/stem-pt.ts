/** Suffix, the least letters that stay before it, and what takes its place. The longest that fits is taken, once a step. */
type Rule = readonly [suffix: string, least: number, put: string];

const plural: readonly Rule[] = [
  ["ns", 2, "m"],
  ["oes", 2, "ao"],
  ["aes", 2, "ao"],
  ["ais", 2, "al"],
  ["eis", 3, "el"],
  ["les", 3, "l"],
  ["res", 3, "r"],
  ["s", 2, ""],
];
/** Words that end like a plural and are none. */
const single: ReadonlySet<string> = new Set("mais menos lapis atras gratis tenis pires onibus simples depois tres mes gas vies".split(" "));

const small: readonly Rule[] = [
  ["issimo", 3, ""],
  ["issima", 3, ""],
  ["zinho", 3, ""],
  ["zinha", 3, ""],
  ["inho", 4, ""],
  ["inha", 4, ""],
  ["mente", 4, ""],
];

const noun: readonly Rule[] = [
  ["amento", 2, ""],
  ["imento", 3, ""],
  ["adura", 3, ""],
  ["idade", 4, ""],
  ["encia", 4, ""],
  ["ancia", 4, ""],
  ["acao", 3, ""],
  ["icao", 3, ""],
  ["cao", 4, ""],
  ["avel", 3, ""],
  ["ivel", 3, ""],
  ["ador", 3, ""],
  ["edor", 3, ""],
  ["agem", 4, ""],
];

const verb: readonly Rule[] = [
  ["ariam", 2, ""],
  ["assem", 3, ""],
  ["ando", 2, ""],
  ["endo", 3, ""],
  ["indo", 3, ""],
  ["aram", 2, ""],
  ["eram", 3, ""],
  ["iram", 3, ""],
  ["aria", 4, ""],
  ["avam", 2, ""],
  ["ado", 2, ""],
  ["ada", 2, ""],
  ["ido", 3, ""],
  ["ida", 3, ""],
  ["ava", 3, ""],
  ["amos", 3, ""],
  ["emos", 3, ""],
  ["ar", 2, ""],
  ["er", 3, ""],
  ["ir", 3, ""],
  ["ou", 2, ""],
  ["ei", 3, ""],
  ["eu", 3, ""],
  ["iu", 3, ""],
  ["am", 3, ""],
  ["em", 3, ""],
];

function step(word: string, rules: readonly Rule[]): string {
  let best: Rule | undefined;
  for (const rule of rules) {
    const [suffix, least] = rule;
    if (word.length - suffix.length >= least && word.endsWith(suffix) && suffix.length > (best?.[0].length ?? 0)) best = rule;
  }
  return best === undefined ? word : word.slice(0, word.length - best[0].length) + best[2];
}

/** The part that a Portuguese word's forms share, of a folded word: "quebrou", "quebrada" and "quebrando" are one. */
export function stemPortuguese(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const one = single.has(word) ? word : step(word, plural);
  const whole = step(one, small);
  const named = step(whole, noun);
  const rest = named === whole ? step(whole, verb) : named;
  return rest.length > 3 ? rest.replace(/[aeo]$/, "") : rest;
}
