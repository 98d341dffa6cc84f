import type { AskAnswer } from "#app/domain/metrics/answer.ts";
import type { Work } from "./session.ts";

/** What the rules made of it, and why they were the ones to answer. */
export async function answerWithRules(
  { emit }: Work,
  answer: AskAnswer,
  { reason, callId }: { reason: string | null; callId: string | null },
): Promise<void> {
  if (answer.kind === "answered") await emit({ type: "answer", answer });
  else await emit({ type: "refusal", reason: answer.reason, text: answer.answer, suggestions: answer.suggestions });
  await emit({ type: "source", source: "rules", callId, reason });
}
