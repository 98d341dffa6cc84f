import type { PublicGood } from "./public-good.ts";
import { isSameWord, type Word, wordsOf } from "./words.ts";

export type Match = { good: PublicGood; score: number };

/** At least half of what was named has to be in a title, or it is about something else. */
const leastShare = 0.5;
const inText = 0.4;

/** Which goods these words name, best first. Without a word of a title none is. */
export function matchGoods(names: readonly Word[], goods: readonly PublicGood[]): Match[] {
  if (names.length === 0) return [];
  return goods
    .map((good) => ({ good, score: scoreOf(names, good) }))
    .filter(({ score }) => score >= leastShare)
    .toSorted((a, b) => b.score - a.score);
}

/** Those that fit as well as the best one does. */
export function bestOf(matches: readonly Match[]): PublicGood[] {
  const best = matches[0]?.score ?? 0;
  return matches.filter(({ score }) => score >= best - 0.001).map(({ good }) => good);
}

function scoreOf(names: readonly Word[], good: PublicGood): number {
  const title = wordsOf(`${good.title} ${good.brand ?? ""} ${good.options.map(({ name }) => name).join(" ")}`);
  const text = wordsOf(`${good.attributes.map(({ value }) => value).join(" ")} ${good.description}`);
  let [points, inTitle] = [0, 0];
  for (const name of names) {
    if (title.some((word) => isSame(name, word))) {
      points += 1;
      inTitle += 1;
    } else if (text.some((word) => name.word === word.word || name.pt === word.pt)) points += inText;
  }
  return inTitle === 0 ? 0 : points / names.length;
}

function isSame(a: Word, b: Word): boolean {
  return isSameWord(a, b) || isTypo(a.word, b.word);
}

const shortestTypo = 5;

/** One letter more, less, other or in its neighbour's place. */
export function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestTypo || Math.abs(a.length - b.length) > 1 || /\d/.test(a + b)) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
