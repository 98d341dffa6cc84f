import type { DimensionId } from "../kinds.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import { cover, type Line } from "./line.ts";
import { isDimension } from "./mark-concepts.ts";
import type { Name } from "./reading.ts";

const negations: ReadonlySet<string> = new Set(
  "except excluding exclude remove removing tira tire tirar remova remover retira retire exclui exclua without not ignoring minus sem exceto menos fora tirando nao excluindo excluir ignorando desconsiderando outside".split(
    " ",
  ),
);
/** Said of numbers and of who counts them; without what they belong to they say nothing. */
const harmless: ReadonlySet<string> = new Set("only just so apenas somente exclusivamente exclusively solely unicamente ?".split(" "));
const naming: ReadonlySet<string> = new Set("called named chamado chamada".split(" "));

type Run = { first: number; last: number };

function isFree(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word === undefined) return false;
  const mark = line.marks[index];
  if (mark !== null && mark !== undefined) return mark.startsWith("<quoted:");
  if (isCode(line, index)) return true;
  return !lexicon().fillers.has(word.key) && !negations.has(word.text) && !harmless.has(word.text) && !naming.has(word.text);
}

/** "Zone A", "armazém 2": a sign right behind what it is a sign of, also where it would be a word of its own. */
function isCode(line: Line, index: number): boolean {
  const word = line.words[index];
  return (
    word !== undefined &&
    dimensionBefore(line, index) !== null &&
    (/^[A-Z]$/.test(word.raw) || /^[A-Z0-9._-]*\d[A-Z0-9._-]*$/.test(word.raw))
  );
}

function dimensionBefore(line: Line, index: number): DimensionId | null {
  let at = index - 1;
  while (at >= 0 && naming.has(line.words[at]?.text ?? "") && line.marks[at] === null) at--;
  const found = /^<dims?:([a-z-]+)>$/.exec(markCovering(line, at) ?? "")?.[1];
  return isDimension(found) ? found : null;
}

/** A mark of several words stands at the first of them. */
function markCovering(line: Line, index: number): string | null {
  let at = index;
  while (at > 0 && line.marks[at] === "") at--;
  return line.marks[at] ?? null;
}

const lettered: ReadonlySet<string> = new Set(
  "zone zona area setor sector aisle corredor rua warehouse armazem deposito galpao".split(" "),
);
const behindLetter: ReadonlySet<string> = new Set(
  "last past this yesterday today ontem hoje no na em in on por by per desde since".split(" "),
);

/** The letter of "zone A", before "a last month" is read in it. A small one is a letter where nothing follows that it could belong to. */
export function markLetters(line: Line): void {
  for (const [index, { raw }] of line.words.entries()) {
    const next = line.words[index + 1]?.text;
    const isLetter = /^[A-Z]$/.test(raw) || (/^[a-df-np-z]$/.test(raw) && (next === undefined || next === "?" || behindLetter.has(next)));
    if (isLetter && lettered.has(line.words[index - 1]?.text ?? "")) line.marks[index] = `<quoted:${index}>`;
  }
}

const small: ReadonlySet<string> = new Set("de da do das dos e para com of the and for with".split(" "));

/** What nobody knows is taken for names: words that stand together, also with a small one between them. */
function runsOf(line: Line): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < line.words.length; index++) {
    if (!isFree(line, index)) continue;
    const open = runs.at(-1);
    const isQuoted = line.words[index]?.isQuoted === true;
    const bridges =
      open !== undefined && open.last === index - 2 && small.has(line.words[index - 1]?.text ?? "") && line.marks[index - 1] === null;
    if (open !== undefined && !isQuoted && (open.last === index - 1 || bridges) && line.words[open.last]?.isQuoted !== true)
      open.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}

function isNegated(line: Line, first: number): boolean {
  let at = first - 1;
  while (at >= 0) {
    const word = line.words[at];
    const mark = line.marks[at];
    if (word === undefined) return false;
    if (mark === "<except>" || (mark === null && negations.has(word.text))) return true;
    const isBetween = (mark === null && (lexicon().fillers.has(word.key) || naming.has(word.text))) || /^$|^<dims?:/.test(mark ?? "x");
    if (!isBetween) return false;
    at--;
  }
  return false;
}

/** Takes the words that are left for names of things, each with whether it was ruled out and what it was said to be. */
export function readNames(line: Line, questionText: string): Name[] {
  return runsOf(line).map(({ first, last }) => {
    const [from, to] = [line.words[first], line.words[last]];
    const text = from?.isQuoted === true ? from.raw : questionText.normalize("NFC").slice(from?.start ?? 0, to?.end ?? 0);
    const name: Name = { text, isNot: isNegated(line, first), dimension: dimensionBefore(line, first) };
    const at = first - 1;
    const named = name.dimension === null ? null : placeOfMark(line, at);
    if (named !== null) line.marks[named] = "<named>";
    cover(line, first, last + 1, "<name>");
    return name;
  });
}

function placeOfMark(line: Line, index: number): number | null {
  for (let at = index; at >= 0; at--) if (/^<dims?:/.test(line.marks[at] ?? "")) return at;
  return null;
}

/** Whether a "not" is left that belongs to nothing that was understood: what it rules out would be counted. */
export function hasStrayNegation(line: Line): boolean {
  return line.words.some((word, index) => {
    const mark = line.marks[index];
    return (mark === "<except>" || (mark === null && negations.has(word.text))) && !belongsToName(line, index);
  });
}

function belongsToName(line: Line, index: number): boolean {
  for (let at = index + 1; at < line.words.length; at++) {
    const mark = line.marks[at];
    if (mark === "<name>" || mark?.startsWith("<not:") === true) return true;
    const word = line.words[at];
    const isBetween = mark === "" || mark === "<named>" || (mark === null && word !== undefined && lexicon().fillers.has(word.key));
    if (!isBetween) return false;
  }
  return false;
}
