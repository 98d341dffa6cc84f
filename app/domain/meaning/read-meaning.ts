import { conceptsIn, type Concept, type Stems, stemsOf } from "./concepts.ts";
import { isEmptyWord } from "./embed-text.ts";

/** What a text is matched by: its telling words with their stems in both languages, each once, and what it is about. */
export type Meaning = { terms: Stems; concepts: Concept[] };

const mostTerms = 400;

export function readMeaning(text: string): Meaning {
  const all = stemsOf(text);
  const telling = new Map(all.filter(({ word }) => !isEmptyWord(word)).map((term) => [term.word, term]));
  return { terms: [...telling.values()].slice(0, mostTerms), concepts: [...conceptsIn(all).keys()] };
}

/** Stems as words of the full-text index. Marked by language: no word of a text is taken for a stem by chance. */
export function stemWords({ terms }: Meaning): string[] {
  return [...new Set(terms.flatMap(({ pt, en }) => [`xp${pt}`, `xe${en}`]))];
}

export function conceptWords({ concepts }: Meaning): string[] {
  return concepts.map((concept) => `xc${concept}`);
}

/** The words of a question that a text holds too, in whatever form. */
export function sharedWords(question: Meaning, text: Meaning): string[] {
  const known = new Set(text.terms.flatMap(({ word, pt, en }) => [`w ${word}`, `p ${pt}`, `e ${en}`]));
  return question.terms
    .filter(({ word, pt, en }) => [`w ${word}`, `p ${pt}`, `e ${en}`].some((form) => known.has(form)))
    .map(({ word }) => word);
}
