import type { Language } from "./language.ts";
import { languages } from "./language.ts";
import { louder, negations, polarityWords } from "./polarity-words.ts";
import { stem } from "./stem.ts";

/** A clause as stems, each beside the word it came from. */
export type Stemmed = { words: readonly string[]; stems: readonly string[]; language: Language };
/** A word that praises or blames, at its place; negation is worked in. */
export type Opinion = { at: number; weight: number };

const weights: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  pt: toWeights("pt"),
  en: toWeights("en"),
};
/** So many words before an opinion may turn it round. */
const reach = 3;

function toWeights(language: Language): Map<string, number> {
  return new Map(
    polarityWords[language].flatMap(([weight, text]) => text.split(" ").map((word): [string, number] => [stem(word, language), weight])),
  );
}

/** All that praises or blames in a clause. */
export function opinionsIn(clause: Stemmed): Opinion[] {
  const { stems, words, language } = clause;
  return stems.flatMap((one, at) => {
    const weight = weights[language].get(one);
    if (weight === undefined) return [];
    const loud = louder[words[at - 1] ?? ""] ?? 1;
    if (!isNegated(clause, at)) return [{ at, weight: weight * loud }];
    // "Not bad" is less than good; "not good" is nearly bad.
    return [{ at, weight: weight > 0 ? -0.8 * weight : -0.5 * weight }];
  });
}

/** Whether a word shortly before this place turns it round. */
export function isNegated({ words, language }: Stemmed, at: number): boolean {
  return words.slice(Math.max(0, at - reach), at).some((word) => negations[language].has(word));
}

/** Below zero for blame; the louder, the further. */
export function polarityOf(opinions: readonly Opinion[]): number {
  return opinions.reduce((sum, { weight }) => sum + weight, 0);
}

export function isOpinion(stemmed: string): boolean {
  return languages.some((language) => weights[language].has(stemmed));
}
