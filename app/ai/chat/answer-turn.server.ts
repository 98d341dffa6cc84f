import type { ServiceContext } from "#app/domain/context.ts";
import type { Turn } from "#app/domain/conversations/parts.ts";
import { answerWork } from "./answer-work.server.ts";
import { rules } from "./rules.server.ts";
import type { Answering } from "./session.ts";

/**
 * Answers one question of a conversation, part by part. What goes wrong on the way is told as a part; only a fault of ours is
 * thrown.
 */
export function answerTurn(ctx: ServiceContext, turn: Turn, answering: Answering): Promise<void> {
  return answerWork({ ctx, turn, rules, ...answering });
}
