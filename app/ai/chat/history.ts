import type { TalkMessage } from "#app/domain/ai/talk.ts";
import type { Answered, AskedQuery } from "#app/domain/metrics/answer.ts";
import type { AnswerPart, Exchange, Specialist, Turn } from "#app/domain/conversations/parts.ts";

/** So much of an earlier answer is told again: its figures stand in its rows, which are asked for anew. */
const longestAnswer = 1_500;

export function lastQueryOf(history: readonly Exchange[]): AskedQuery | null {
  return answersOf(history).at(-1)?.query ?? null;
}

/** All that was answered before: what it says may be said again. */
export function answersOf(history: readonly Exchange[]): Answered[] {
  return history.flatMap(({ parts }) => parts.flatMap((part) => (part.type === "answer" ? [part.answer] : [])));
}

export function lastSpecialistOf(history: readonly Exchange[]): Specialist | null {
  return history.flatMap(({ parts }) => parts.flatMap((part) => (part.type === "routed" ? [part.specialist] : []))).at(-1) ?? null;
}

/** The conversation so far as a model reads it: what people said is theirs, what was answered is data like all else. */
export function messagesOf({ summary, history }: Pick<Turn, "summary" | "history">): TalkMessage[] {
  const before: TalkMessage[] =
    summary === null
      ? []
      : [
          { role: "user", text: "What was said before, in short:", data: summary },
          { role: "assistant", text: "Understood." },
        ];
  return [
    ...before,
    ...history.flatMap(({ question, parts }): TalkMessage[] => [
      { role: "user", text: question },
      { role: "assistant", text: saidIn(parts).slice(0, longestAnswer) },
    ]),
  ];
}

function saidIn(parts: readonly AnswerPart[]): string {
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const told = parts.flatMap((part) => {
    if (part.type === "answer") return [`[answered: ${JSON.stringify(part.answer.query)}] ${part.answer.answer}`];
    if (part.type === "refusal") return [`[not answered: ${part.reason}]`];
    if (part.type === "approval") return [`[asked a person to approve ${part.approvalId}: ${part.title}]`];
    if (part.type === "broken") return [`[broken off: ${part.reason}]`];
    return [];
  });
  return [...told, text].join("\n").trim() || "[nothing]";
}
