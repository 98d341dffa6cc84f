import type { ReadClause } from "../text/read-text.ts";
import { sentencesOf } from "../text/tokenise.ts";
import { foldText } from "../text/normalise.ts";
import type { Quote } from "./gap.ts";

const mostQuotes = 4;
const mostChars = 240;
const leastChars = 12;

export type Quotable = Omit<Quote, "text"> & { text: string; clause: ReadClause; weight: number };

/** The sentences that say it best, each once, word for word. */
export function chooseQuotes(candidates: readonly Quotable[]): Quote[] {
  const seen = new Set<string>();
  const chosen: Quote[] = [];
  for (const { source, id, rating, atMs, ...from } of candidates.toSorted((a, b) => b.weight - a.weight || b.atMs - a.atMs)) {
    const text = sentenceAt(from.text, from.clause);
    const sameAs = foldText(text);
    if (text === "" || seen.has(sameAs)) continue;
    seen.add(sameAs);
    chosen.push({ source, id, rating, atMs, text });
    if (chosen.length === mostQuotes) break;
  }
  return chosen;
}

/** The sentence round a clause; of one without an end, the part from where it matters. */
function sentenceAt(text: string, { start, end }: Pick<ReadClause, "start" | "end">): string {
  const sentence = sentencesOf(text).find((one) => one.start <= start && start < one.end) ?? { start, end };
  const whole = text.slice(sentence.start, sentence.end);
  if (whole.length <= mostChars) return whole;
  const cut = text.slice(start, Math.min(sentence.end, start + mostChars));
  return wholeSigns(cut).trim();
}

/** A sign of two halves is not cut in the middle. */
function wholeSigns(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** A quote that says next to nothing stands behind one that does. */
export function tellingWeight(sure: number, clause: Pick<ReadClause, "start" | "end" | "polarity">): number {
  const length = clause.end - clause.start;
  return sure + Math.min(1, -clause.polarity / 6) / 2 + (length < leastChars ? -0.5 : 0) + (length > 160 ? -0.2 : 0);
}
