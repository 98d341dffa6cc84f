import type { AskedQuery } from "../metrics/answer.ts";
import type { AnswerPart, Specialist } from "./parts.ts";

export type TurnState = "answered" | "refused" | "broken";

/** Puts pieces of text that follow each other together, and leaves of a tool only how it ended. */
export function foldParts(parts: readonly AnswerPart[]): AnswerPart[] {
  const folded: AnswerPart[] = [];
  for (const part of parts) {
    const last = folded.at(-1);
    if (part.type === "text" && last?.type === "text") {
      folded[folded.length - 1] = { type: "text", text: last.text + part.text };
      continue;
    }
    // What is withheld piece by piece is said once.
    if (part.type === "broken" && last?.type === "broken" && last.reason === part.reason) continue;
    const known = part.type === "tool" ? folded.findIndex((one) => one.type === "tool" && one.id === part.id) : -1;
    if (known === -1) folded.push(part);
    else folded[known] = part;
  }
  return folded;
}

export type Outcome = {
  state: TurnState;
  query: AskedQuery | null;
  /** All its words, as they are searched and told again. */
  answer: string;
  source: "rules" | "model" | null;
  specialist: Specialist | null;
};

/** What became of a question, told by the parts of its answer. */
export function outcomeOf(parts: readonly AnswerPart[]): Outcome {
  const outcome: Outcome = { state: "answered", query: null, answer: "", source: null, specialist: null };
  const words: string[] = [];
  for (const part of foldParts(parts)) {
    if (part.type === "text") words.push(part.text.trim());
    if (part.type === "answer") {
      words.push(part.answer.answer);
      outcome.query = part.answer.query;
      outcome.source = part.answer.source;
    }
    if (part.type === "refusal") {
      words.push(part.text);
      outcome.state = "refused";
    }
    if (part.type === "source") outcome.source = part.source;
    if (part.type === "routed") outcome.specialist = part.specialist;
    if (part.type === "broken") outcome.state = "broken";
  }
  // A model may say the answer's own sentence again.
  return { ...outcome, answer: [...new Set(words.filter((one) => one !== ""))].join("\n") };
}
