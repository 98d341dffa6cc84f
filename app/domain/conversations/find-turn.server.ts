import { and, desc, eq } from "drizzle-orm";
import { conversationTurns } from "#db/schema/conversations.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { TurnRow } from "./conversation-row.ts";

/** The turn that a next one follows: the named one, the newest where none is named, none for a beginning of its own. */
export async function findParent(
  ctx: ServiceContext,
  conversationId: string,
  parentId: string | null | undefined,
): Promise<TurnRow | undefined> {
  if (parentId === null) return undefined;
  const inConversation = eq(conversationTurns.conversationId, conversationId);
  if (parentId === undefined) {
    const [newest] = await ctx.db.all(conversationTurns, {
      where: inConversation,
      orderBy: [desc(conversationTurns.askedAt), desc(conversationTurns.id)],
      limit: 1,
    });
    return newest;
  }
  const parent = await ctx.db.first(conversationTurns, and(eq(conversationTurns.id, parentId), inConversation));
  if (parent === undefined) throw notFound("turn");
  return parent;
}
