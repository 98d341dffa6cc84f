import { isOpinion } from "./polarity.ts";
import type { ReadClause } from "./read-text.ts";
import { emptyTopics, stopWords } from "./stop-words.ts";

/** Words that many texts say together. `label` as most of them write it. */
export type KeyPhrase = { key: string; label: string; texts: readonly string[]; score: number };
export type PhraseSource = { id: string; clauses: readonly ReadClause[] };

const mostWords = 3;
/** Two phrases of which so many texts are the same mean the same. */
const sameFrom = 0.6;

type Gathered = { key: string; words: number; texts: Set<string>; labels: Map<string, number> };

/** What is said in at least so many texts, the most telling first; each text counts once. */
export function keyPhrases(sources: readonly PhraseSource[], least: number): KeyPhrase[] {
  const found = new Map<string, Gathered>();
  for (const { id, clauses } of sources) for (const clause of clauses) gather(found, id, clause);
  const phrases = [...found.values()]
    .filter(({ texts }) => texts.size >= least)
    .map(({ key, words, texts, labels }) => ({ key, label: mostUsed(labels), texts: [...texts], score: texts.size * (0.5 + words) }))
    .toSorted((one, other) => other.score - one.score || byText(one.key, other.key));
  return withoutDoubles(phrases);
}

function gather(found: Map<string, Gathered>, id: string, clause: ReadClause): void {
  for (const [from, to] of runsOf(clause)) {
    for (let start = from; start < to; start += 1) {
      for (let end = start + 1; end <= Math.min(to, start + mostWords); end += 1) {
        const stems = clause.stems.slice(start, end);
        if (stems.length === 1 && isOpinion(stems[0] ?? "")) continue;
        const key = stems.join(" ");
        const label = clause.words.slice(start, end).join(" ");
        const known = found.get(key) ?? { key, words: stems.length, texts: new Set<string>(), labels: new Map<string, number>() };
        known.texts.add(id);
        known.labels.set(label, (known.labels.get(label) ?? 0) + 1);
        found.set(key, known);
      }
    }
  }
}

/** Stretches of words that mean something, between those that only hold them together. */
function runsOf({ words, language }: ReadClause): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let from: number | undefined;
  for (let at = 0; at <= words.length; at += 1) {
    const word = words[at];
    const isTelling =
      word !== undefined && word.length > 2 && !/^\d+$/.test(word) && !stopWords[language].has(word) && !emptyTopics.has(word);
    if (isTelling) from ??= at;
    else if (from !== undefined) {
      runs.push([from, at]);
      from = undefined;
    }
  }
  return runs;
}

function withoutDoubles(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  const kept: { phrase: KeyPhrase; texts: Set<string> }[] = [];
  for (const phrase of phrases) {
    const isDouble = kept.some(({ texts }) => {
      const shared = phrase.texts.filter((id) => texts.has(id)).length;
      return shared >= sameFrom * Math.min(texts.size, phrase.texts.length);
    });
    if (!isDouble) kept.push({ phrase, texts: new Set(phrase.texts) });
  }
  return kept.map(({ phrase }) => phrase);
}

function mostUsed(labels: ReadonlyMap<string, number>): string {
  const [best] = [...labels].toSorted(([a, one], [b, other]) => other - one || byText(a, b));
  return best?.[0] ?? "";
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
