import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { AskedQuery } from "../metrics/answer.ts";
import { findConversation } from "./find-conversation.server.ts";
import type { Exchange } from "./parts.ts";
import { branchOf, newestTurns } from "./read-branch.server.ts";
import { readHistorySchema } from "./schemas.ts";
import { summarise } from "./summarise.ts";

export type History = {
  /** Oldest first. */
  exchanges: Exchange[];
  /** What was said before them; null where they are all. */
  summary: string | null;
  lastTurnId: string | null;
};

/** The last turns of a branch, as far as later questions need them. */
export async function readHistory(ctx: ServiceContext, input: z.input<typeof readHistorySchema>): Promise<History> {
  requirePermission(ctx, "chat:read");
  const { conversationId, untilTurnId, limit } = parseInput(readHistorySchema, input);
  const conversation = await findConversation(ctx, conversationId);
  if (untilTurnId === null) return { exchanges: [], summary: null, lastTurnId: null };
  const branch = branchOf(await newestTurns(ctx, conversationId), untilTurnId);
  const before = branch.slice(0, -limit);
  const told = before.findIndex(({ id }) => id === conversation.summaryUntilTurnId);
  const isWhole = before.every(({ parts }) => parts.every((part) => part.type !== "broken" || part.reason !== "withheld"));
  return {
    exchanges: branch.slice(-limit).map(({ question, attachments, parts }) => ({ question, attachments, parts })),
    // What a model told of a beginning holds on this branch only if the turn it ends with lies on it, and for those who may see all of it.
    summary: isWhole ? summarise(before.slice(told + 1), told === -1 ? null : conversation.summary) : summarise(before, null),
    lastTurnId: branch.at(-1)?.id ?? null,
  };
}

/** What was asked for last, for a question that goes on from it. */
export async function readLastQuery(ctx: ServiceContext, conversationId: string): Promise<AskedQuery | null> {
  requirePermission(ctx, "chat:read");
  await findConversation(ctx, conversationId);
  const branch = branchOf(await newestTurns(ctx, conversationId));
  return branch.findLast(({ query }) => query !== null)?.query ?? null;
}
