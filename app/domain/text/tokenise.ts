import { foldText, plainWord } from "./normalise.ts";

/** A word as it counts, and where it stands in its text. */
export type Token = { word: string; start: number; end: number };
/** Words that belong together: nothing said in one clause turns round another. */
export type Clause = { start: number; end: number; tokens: Token[] };

const wordPattern = /[\p{L}\p{N}]+(?:['’.,-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;
const sentenceEnd = /[.!?…;\n\r]+(?=\s|$)|[\n\r]+/gu;
/** What turns a sentence round begins a clause of its own. */
const turning: ReadonlySet<string> = new Set(
  "mas porem contudo entretanto todavia embora apesar but however although though yet except".split(" "),
);

export function tokenise(text: string): Token[] {
  return [...foldText(text).matchAll(wordPattern)].map((match) => {
    const [whole] = match;
    return { word: plainWord(whole), start: match.index, end: match.index + whole.length };
  });
}

/** Where sentences begin and end in a text, without the blanks around them. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = 0;
  const add = (to: number) => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const end = from + raw.trimEnd().length;
    if (start < end) found.push({ start, end });
    from = to;
  };
  for (const match of text.matchAll(sentenceEnd)) add(match.index + match[0].length);
  add(text.length);
  return found;
}

/** Sentences, cut where a comma or a "but" lets something else begin. */
export function clausesOf(text: string): Clause[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const clauses: Clause[] = [];
    let open: Token[] = [];
    const close = () => {
      const [first] = open;
      const last = open.at(-1);
      if (first !== undefined && last !== undefined) clauses.push({ start: first.start, end: last.end, tokens: open });
      open = [];
    };
    let behind = 0;
    for (const { word, start: at, end: until } of tokenise(sentence)) {
      if (turning.has(word) || /[,:()–—]/.test(sentence.slice(behind, at))) close();
      behind = until;
      open.push({ word, start: start + at, end: start + until });
    }
    close();
    return clauses;
  });
}
