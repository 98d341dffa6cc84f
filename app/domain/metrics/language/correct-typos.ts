import { lexicon } from "./lexicon/lexicon.ts";
import { type Word, wordKey } from "./words.ts";

const oneFrom = 5;
const twoFrom = 9;

/** Words of their own that are a letter away from one of ours. */
const otherWords: ReadonlySet<string> = new Set("umidade humidade".split(" "));

/** Letters put in, left out, changed or swapped with their neighbour; stops counting beyond `most`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const [left = 0, up = 0, corner = 0] = [line[column - 1], above[column], above[column - 1]];
      let least = Math.min(left + 1, up + 1, corner + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, above] = [above, line];
  }
  return Math.min(above[other.length] ?? 0, most + 1);
}

/** The one known word that an unknown one is nearest to, or nothing where two are as near. Short words are left as they are. */
export function nearestWord(word: string): string | undefined {
  const { known, spellings, grammar, fillers } = lexicon();
  if (word.length < oneFrom || /\d/.test(word) || known.has(word) || otherWords.has(word)) return undefined;
  const most = word.length >= twoFrom ? 2 : 1;
  let best: string[] = [];
  let nearest = most + 1;
  for (const candidate of spellings) {
    if (candidate.length < oneFrom - 1) continue;
    // A word that says nothing would make the unknown one vanish: it has to begin alike at least.
    if (candidate[0] !== word[0] && fillers.has(wordKey(candidate))) continue;
    const distance = editDistance(word, candidate, Math.min(most, nearest));
    if (distance > most || distance > nearest) continue;
    best = distance < nearest ? [candidate] : [...best, candidate];
    nearest = distance;
  }
  // Of two as near, the word of grammar: "pasado" is past and not paused.
  const ofGrammar = best.filter((one) => grammar.has(one));
  const likely = ofGrammar.length > 0 ? ofGrammar : best;
  return new Set(likely.map(wordKey)).size === 1 ? likely[0] : undefined;
}

/** The question with these words in the place of those nobody knows. */
export function withCorrected(words: readonly Word[], corrections: ReadonlyMap<string, string>): Word[] {
  return words.map((word) => {
    const better = word.isQuoted ? undefined : corrections.get(word.text);
    return better === undefined ? word : { ...word, text: better, key: wordKey(better) };
  });
}
