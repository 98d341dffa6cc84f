import type { AnswerPart } from "./parts.ts";

/** A row of D1 holds two million bytes; an answer of a thousand rows with long names may be more than is sensible to keep. */
const mostChars = 400_000;
const fewRows = 50;
const mostTextChars = 40_000;

/** What is too much to be kept loses its last rows, never its sentence or its query: they are read again by it. */
export function fitParts(parts: readonly AnswerPart[]): AnswerPart[] {
  if (JSON.stringify(parts).length <= mostChars) return [...parts];
  return parts.map((part) => {
    if (part.type === "text") return { ...part, text: part.text.slice(0, mostTextChars) };
    if (part.type !== "answer") return part;
    const { answer } = part;
    const result = answer.result === null ? null : { ...answer.result, rows: answer.result.rows.slice(0, fewRows), isCut: true };
    return { ...part, answer: { ...answer, rows: answer.rows.slice(0, fewRows), result } };
  });
}
