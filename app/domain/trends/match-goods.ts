import type { TrendMatch } from "#db/schema/trends.ts";
import { termWords } from "./term-key.ts";

export type OwnGoods = { kind: TrendMatch["kind"]; id: string; title: string; gtins: readonly string[] };

/** So much of a term has to be in a title. */
const leastShare = 0.6;

/** Finds what of our own a term is about: by its code, or by the words they share. The rarest words count most. */
export function goodsMatcher(goods: readonly OwnGoods[]): (term: string) => TrendMatch | null {
  const known = goods.map((one) => ({ ...one, words: new Set(termWords(one.title)) }));
  const titlesWith = new Map<string, number>();
  for (const { words } of known) for (const word of words) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  const weightOf = (word: string) => Math.log(1 + (known.length + 1) / (1 + (titlesWith.get(word) ?? 0)));
  return (term) => {
    const code = /^\d{8,14}$/.test(term.trim()) ? known.find(({ gtins }) => gtins.includes(term.trim())) : undefined;
    if (code !== undefined) return { kind: code.kind, id: code.id, label: code.title, words: [term.trim()], percent: 100 };
    const words = [...new Set(termWords(term))];
    const whole = words.reduce((sum, word) => sum + weightOf(word), 0);
    if (whole === 0) return null;
    let best: TrendMatch | null = null;
    for (const { kind, id, title, words: own } of known) {
      const shared = words.filter((word) => own.has(word));
      const share = shared.reduce((sum, word) => sum + weightOf(word), 0) / whole;
      // One common word of several is no kinship.
      const isKin = share >= leastShare && (shared.length > 1 || words.length === 1);
      const percent = Math.round(share * 100);
      if (isKin && percent > (best?.percent ?? 0)) best = { kind, id, label: title, words: shared, percent };
    }
    return best;
  };
}
