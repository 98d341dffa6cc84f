import type { TrendMatch } from "#db/schema/trends.ts";
import { readMeasure, termWords } from "./term-key.ts";

export type OwnGoods = {
  kind: TrendMatch["kind"];
  id: string;
  title: string;
  gtins: readonly string[];
  /** Values of its attributes: only the sizes among them count. */
  attributes: readonly string[];
};

/** So much of a term has to be in a title. */
const leastShare = 0.6;

/**
 * Finds what of our own a term is about: by its code, or by the words they share. The rarest words count most. Several that
 * are as close as the best are all of them what it is about. Another size than the term names is another thing.
 */
export function goodsMatcher(goods: readonly OwnGoods[]): (term: string) => TrendMatch[] {
  const known = goods.map((one) => ({ ...one, words: wordsOf(one) }));
  const titlesWith = new Map<string, number>();
  for (const { words } of known) for (const word of words) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  const weightOf = (word: string) => Math.log(1 + (known.length + 1) / (1 + (titlesWith.get(word) ?? 0)));
  return (term) => {
    const code = /^\d{8,14}$/.test(term.trim()) ? term.trim() : undefined;
    const coded = code === undefined ? [] : known.filter(({ gtins }) => gtins.includes(code));
    if (code !== undefined && coded.length > 0)
      return coded.map(({ kind, id, title }) => ({ kind, id, label: title, words: [code], percent: 100 }));
    const words = [...new Set(termWords(term).map(sizeOr))];
    const whole = words.reduce((sum, word) => sum + weightOf(word), 0);
    if (whole === 0) return [];
    const kin = known.flatMap(({ kind, id, title, words: own }) => {
      const shared = words.filter((word) => own.has(word));
      const share = shared.reduce((sum, word) => sum + weightOf(word), 0) / whole;
      // One common word of several is no kinship.
      const isKin = share >= leastShare && (shared.length > 1 || words.length === 1) && !differsInSize(words, own);
      return isKin ? [{ kind, id, label: title, words: shared, percent: Math.round(share * 100) }] : [];
    });
    const best = Math.max(...kin.map(({ percent }) => percent));
    return kin.filter(({ percent }) => percent === best);
  };
}

/** Of attributes only sizes: their other words (materials, countries, yes and no) would make kin of strangers. */
function wordsOf({ title, attributes }: OwnGoods): Set<string> {
  const sizes = attributes.flatMap(termWords).filter((word) => readMeasure(word) !== undefined);
  return new Set([...termWords(title), ...sizes].map(sizeOr));
}

/** A size in the larger unit, so that 1200 ml and 1.2 litres are one word. */
function sizeOr(word: string): string {
  const size = readMeasure(word);
  return size === undefined ? word : `${size.amount}${size.unit}`;
}

/** True where both name a size in one unit, and never the same. */
function differsInSize(words: readonly string[], own: ReadonlySet<string>): boolean {
  const ofOwn = [...own].flatMap((word) => readMeasure(word) ?? []);
  return words.some((word) => {
    const wanted = readMeasure(word);
    const alike = ofOwn.filter(({ unit }) => unit === wanted?.unit);
    return wanted !== undefined && alike.length > 0 && alike.every(({ amount }) => amount !== wanted.amount);
  });
}
