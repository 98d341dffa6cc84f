import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { conversationTurns } from "#db/schema/conversations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { AskedQuery } from "../metrics/answer.ts";
import { type KeptTurn, toTurn } from "./conversation-row.ts";
import { findConversation } from "./find-conversation.server.ts";
import type { Exchange } from "./parts.ts";
import { readHistorySchema } from "./schemas.ts";
import { summarise } from "./summarise.ts";

/** So many of the newest turns are looked at: what lies further back is told by nobody. */
const mostTurns = 200;

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
  return {
    exchanges: branch.slice(-limit).map(({ question, attachments, parts }) => ({ question, attachments, parts })),
    // What a model told of a beginning holds on this branch only if the turn it ends with lies on it.
    summary: summarise(before.slice(told + 1), told === -1 ? null : conversation.summary),
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

async function newestTurns(ctx: ServiceContext, conversationId: string): Promise<KeptTurn[]> {
  const rows = await ctx.db.all(conversationTurns, {
    where: eq(conversationTurns.conversationId, conversationId),
    orderBy: [desc(conversationTurns.askedAt), desc(conversationTurns.id)],
    limit: mostTurns,
  });
  return rows.map(toTurn);
}

/** From the beginning to this turn, or to the newest. `turns`: newest first. */
function branchOf(turns: KeptTurn[], untilTurnId = turns[0]?.id): KeptTurn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const branch: KeptTurn[] = [];
  let at = untilTurnId === undefined ? undefined : byId.get(untilTurnId);
  while (at !== undefined && branch.length < turns.length) {
    branch.push(at);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return branch.toReversed();
}
