import type { ServiceContext } from "#app/domain/context.ts";
import type { AnswerPart, Turn } from "#app/domain/conversations/parts.ts";

/** Where an answer goes while it is made, and how somebody says that it is no longer wanted. */
export type Answering = { emit: (part: AnswerPart) => void | Promise<void>; signal: AbortSignal };

/**
 * Answers one question of a conversation, part by part. What goes wrong on the way is told as a part; only a fault of ours is
 * thrown.
 */
export async function answerTurn(_ctx: ServiceContext, turn: Turn, { emit, signal }: Answering): Promise<void> {
  if (signal.aborted) return void (await emit({ type: "broken", reason: "stopped" }));
  await emit({ type: "refusal", reason: "not-understood", text: turn.question, suggestions: [] });
  await emit({ type: "source", source: "rules", callId: null, reason: "no-models" });
}
