import { foldText } from "../text/normalise.ts";
import type { Drafted } from "./compose-answer.ts";
import { bestOf, matchGoods } from "./match-goods.ts";
import type { PublicGood } from "./public-good.ts";
import type { ReadQuestion } from "./read-question.ts";
import { lineOf, sentences, type Shown } from "./sentences.ts";
import { wordsOf } from "./words.ts";

const mostSides = 3;
const between = /\s+(?:e|and|com|with|x|vs\.?|versus|ou|or|to|contra)\s+(?:(?:o|a|os|as|the)\s+)?|[,;]\s*/;

/** Two things side by side: each half of the question names one, or it names several at once. */
export function sidesOf(question: ReadQuestion, goods: readonly PublicGood[], subjects: readonly PublicGood[]): PublicGood[] {
  const halves = question.folded
    .split(between)
    .map((part) => wordsOf(part).filter(({ word }) => question.names.some((name) => name.word === word) || /\d/.test(word)));
  const chosen = new Map<string, PublicGood>();
  for (const names of halves) {
    const best = bestOf(matchGoods(names, goods)).find(({ id }) => !chosen.has(id));
    if (best !== undefined) chosen.set(best.id, best);
  }
  const found = chosen.size >= 2 ? [...chosen.values()] : subjects;
  return found.slice(0, mostSides);
}

export function answerComparison(question: ReadQuestion, sides: readonly PublicGood[], shown: Shown): Drafted {
  const t = sentences[question.language];
  const lines = sides.map((good) => {
    const own = good.attributes.filter((attribute) => isTelling(attribute, sides)).map(({ name, value }) => `${name}: ${value}`);
    return [`• ${lineOf(good, question.language, shown)}`, ...own].join(" · ");
  });
  return { outcome: "answered", topic: "compare", text: [t.compare, ...lines].join("\n"), about: [...sides] };
}

const mostLength = 60;

/** What all of them have tells nobody which to take. */
function isTelling({ name, value }: { name: string; value: string }, sides: readonly PublicGood[]): boolean {
  const isShared = sides.every(({ attributes }) =>
    attributes.some((other) => foldText(other.name) === foldText(name) && foldText(other.value) === foldText(value)),
  );
  return !isShared && value.length <= mostLength;
}
