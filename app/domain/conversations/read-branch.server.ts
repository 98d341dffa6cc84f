import { desc, eq } from "drizzle-orm";
import { conversationTurns } from "#db/schema/conversations.ts";
import type { ServiceContext } from "../context.ts";
import { type KeptTurn, toTurn } from "./conversation-row.ts";

/** So many of the newest turns are looked at: what lies further back is told by nobody. */
const mostTurns = 200;

/** Newest first. */
export async function newestTurns(ctx: ServiceContext, conversationId: string): Promise<KeptTurn[]> {
  const rows = await ctx.db.all(conversationTurns, {
    where: eq(conversationTurns.conversationId, conversationId),
    orderBy: [desc(conversationTurns.askedAt), desc(conversationTurns.id)],
    limit: mostTurns,
  });
  return rows.map((row) => toTurn(ctx, row));
}

/** From the beginning to this turn, or to the newest. `turns`: newest first. */
export function branchOf(turns: KeptTurn[], untilTurnId = turns[0]?.id): KeptTurn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const branch: KeptTurn[] = [];
  let at = untilTurnId === undefined ? undefined : byId.get(untilTurnId);
  while (at !== undefined && branch.length < turns.length) {
    branch.push(at);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return branch.toReversed();
}
