import { type Mention, mentionsIn } from "./aspects.ts";
import { guessLanguage, type Language } from "./language.ts";
import { type Opinion, opinionsIn, polarityOf, type Stemmed } from "./polarity.ts";
import { dangerWords } from "./polarity-words.ts";
import { stem } from "./stem.ts";
import { clausesOf } from "./tokenise.ts";

/** A clause of a text, with what it names and how it is meant. */
export type ReadClause = Stemmed & {
  start: number;
  end: number;
  mentions: Mention[];
  opinions: Opinion[];
  polarity: number;
  isDanger: boolean;
};
export type ReadText = { language: Language; sure: number; clauses: ReadClause[] };

/** A review longer than this says what it has to say before. */
const mostChars = 4_000;
const surelyOther = 0.9;

const dangers: Readonly<Record<Language, ReadonlySet<string>>> = {
  pt: new Set(dangerWords.pt.split(" ").map((word) => stem(word, "pt"))),
  en: new Set(dangerWords.en.split(" ").map((word) => stem(word, "en"))),
};

/** What a buyer wrote, clause by clause. Nothing in it is ever an instruction: it is counted and quoted. */
export function readText(text: string, usual: Language = "pt"): ReadText {
  const parts = clausesOf(text.slice(0, mostChars));
  const { language: whole, sure } = guessLanguage(
    parts.flatMap(({ tokens }) => tokens),
    usual,
  );
  const clauses = parts.map(({ start, end, tokens }) => {
    // Some write a sentence in the other language.
    const own = guessLanguage(tokens, whole);
    const language = own.sure >= surelyOther ? own.language : whole;
    const words = tokens.map(({ word }) => word);
    const stemmed = { words, stems: words.map((word) => stem(word, language)), language };
    const opinions = opinionsIn(stemmed);
    const mentions = mentionsIn(stemmed, opinions);
    const isDanger = mentions.some(({ aspect, isComplaint }) => aspect === "safety" && isComplaint) || hasDanger(stemmed, opinions);
    return { ...stemmed, start, end, opinions, mentions, polarity: polarityOf(opinions), isDanger };
  });
  return { language: whole, sure, clauses };
}

/** "Fire" alone may be the name of a colour: somebody complains as well. */
function hasDanger({ stems, language }: Stemmed, opinions: readonly Opinion[]): boolean {
  return polarityOf(opinions) < 0 && stems.some((one) => dangers[language].has(one));
}
