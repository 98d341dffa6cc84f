import type { Language } from "./language.ts";
import { stemEnglish } from "./stem-en.ts";
import { stemPortuguese } from "./stem-pt.ts";

const stemmers: Readonly<Record<Language, (word: string) => string>> = { pt: stemPortuguese, en: stemEnglish };
/** Reviews repeat their words: most are stemmed once. Bounded, as texts from outside can hold anything. */
const known: Readonly<Record<Language, Map<string, string>>> = { pt: new Map(), en: new Map() };
const mostKnown = 20_000;

export function stem(word: string, language: Language): string {
  const found = known[language].get(word);
  if (found !== undefined) return found;
  const stemmed = stemmers[language](word);
  if (known[language].size >= mostKnown) known[language].clear();
  known[language].set(word, stemmed);
  return stemmed;
}
