import type { AskAnswer } from "#app/domain/metrics/answer.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { Work } from "./session.ts";

/** What the rules made of it, and why they were the ones to answer. */
export async function answerWithRules(
  { ctx, turn, emit }: Work,
  answer: AskAnswer,
  { reason, callId }: { reason: string | null; callId: string | null },
): Promise<void> {
  const unread = turn.attachments.length === 0 ? null : (await getTranslator(ctx.locale, "asking"))("filesUnread");
  if (answer.kind === "answered") {
    if (unread !== null) await emit({ type: "text", text: unread });
    await emit({ type: "answer", answer });
  } else {
    // What rules did not understand was meant for the file.
    await emit({ type: "refusal", reason: answer.reason, text: unread ?? answer.answer, suggestions: answer.suggestions });
  }
  await emit({ type: "source", source: "rules", callId, reason });
}
