import type { Word } from "./words.ts";

/**
 * A question while it is read. What was understood is put in place of its words as a mark, `<period:0>` or `<metric:gmv>`, so that
 * rules for whole phrases read marks and words alike.
 */
export type Line = { words: readonly Word[]; marks: (string | null)[] };

/** Stands for the words behind the first one that a mark covers. */
const covered = "";

export function lineOf(words: readonly Word[]): Line {
  return { words, marks: words.map((word, index) => (word.isQuoted ? `<quoted:${index}>` : null)) };
}

type Piece = { text: string; first: number };

function piecesOf({ words, marks }: Line): Piece[] {
  return words.flatMap((word, first): Piece[] => {
    const text = marks[first] ?? word.text;
    return text === covered ? [] : [{ text, first }];
  });
}

/** With a blank at either end, so that rules can ask for whole words. */
export function lineText(line: Line): string {
  return ` ${piecesOf(line)
    .map(({ text }) => text)
    .join(" ")} `;
}

const known = new WeakMap<RegExp, RegExp>();

function wholeWords(pattern: RegExp): RegExp {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const made = new RegExp(`(?<![^ ])(?:${pattern.source})(?![^ ])`, "g");
  known.set(pattern, made);
  return made;
}

/** Puts a mark in the place of what matches; `pattern` holds whole words and no blanks at its ends. */
export function take(line: Line, pattern: RegExp, markOf: (match: RegExpExecArray) => string | null): RegExpExecArray | null {
  const pieces = piecesOf(line);
  const text = pieces.map((piece) => piece.text).join(" ");
  const bounded = wholeWords(pattern);
  bounded.lastIndex = 0;
  for (let match = bounded.exec(text); match !== null; match = bounded.exec(text)) {
    const mark = markOf(match);
    if (mark !== null) {
      const before = text.slice(0, match.index).split(" ").length - 1;
      const many = match[0].split(" ").length;
      const next = pieces[before + many]?.first ?? line.words.length;
      cover(line, pieces[before]?.first ?? 0, next, mark);
      return match;
    }
    if (match[0] === "") return null;
  }
  return null;
}

/** All of them, one after the other. */
export function takeAll(line: Line, pattern: RegExp, markOf: (match: RegExpExecArray) => string | null): number {
  let found = 0;
  while (take(line, pattern, markOf) !== null) found++;
  return found;
}

export function cover(line: Line, from: number, to: number, mark: string): void {
  for (let index = from; index < to; index++) line.marks[index] = index === from ? mark : covered;
}
