import type { MetricId } from "../kinds.ts";
import type { Line } from "./line.ts";
import type { Read } from "./plan.ts";

type Span = { metric: string; from: number; end: number };

/** Where numbers are named, by their words. */
function spansOf({ words, marks }: Line): Span[] {
  return words.flatMap((_, from): Span[] => {
    const metric = /^<metric:([a-z-]+)>$/.exec(marks[from] ?? "")?.[1];
    if (metric === undefined) return [];
    let end = from + 1;
    while (end < words.length && marks[end] === "") end++;
    return [{ metric, from, end }];
  });
}

const joining: ReadonlySet<string> = new Set("and or plus the e ou mais o a os as de do da dos das".split(" "));

function isJoined(line: Line, from: number, end: number): boolean {
  return line.words.slice(from, end).every(({ text }, index) => line.marks[from + index] === null && joining.has(text));
}

/**
 * The same question once for each number that is named in a row: "orders and revenue of yesterday by channel" are two questions, and
 * each keeps its time and its splits.
 */
export function oneAtATime({ line }: Read, question: string, choices: readonly MetricId[]): string[] {
  const spans = spansOf(line);
  const [first, last] = [spans[0], spans.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    spans.some(({ from }, index) => index > 0 && !isJoined(line, spans[index - 1]?.end ?? 0, from))
  )
    return [];
  const text = question.normalize("NFC");
  const at = (index: number) => line.words[index];
  return choices.flatMap((choice) => {
    const span = spans.find(({ metric }) => metric === choice);
    if (span === undefined) return [];
    const before = text.slice(0, at(first.from)?.start ?? 0);
    const named = text.slice(at(span.from)?.start ?? 0, at(span.end - 1)?.end ?? 0);
    const after = text.slice(at(last.end - 1)?.end ?? text.length);
    const asked = `${before}${named}${after}`.trim();
    return [asked.slice(0, 1).toUpperCase() + asked.slice(1)];
  });
}
