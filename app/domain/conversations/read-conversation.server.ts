import { and, eq } from "drizzle-orm";
import { conversationTurns } from "#db/schema/conversations.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import type { Untrusted } from "../untrusted.ts";
import { type Conversation, type KeptTurn, toConversation, toTurn } from "./conversation-row.ts";
import { findConversation } from "./find-conversation.server.ts";
import { listTurnsSchema } from "./schemas.ts";

export async function readConversation(ctx: ServiceContext, input: Untrusted<typeof byIdSchema>): Promise<Conversation> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  return toConversation(await findConversation(ctx, id), ctx.stamp);
}

const byAsked = orderOf({ askedAt: conversationTurns.askedAt }, "-askedAt");

/** Questions with their answers, the newest first. They make a tree: each names the one it follows. */
export async function listTurns(ctx: ServiceContext, input: Untrusted<typeof listTurnsSchema>): Promise<Page<KeptTurn>> {
  requirePermission(ctx, "chat:read");
  const { conversationId, limit, cursor } = parseInput(listTurnsSchema, input);
  await findConversation(ctx, conversationId);
  const after = afterCursor(byAsked, conversationTurns.id, cursor);
  const rows = await ctx.db.all(conversationTurns, {
    where: and(eq(conversationTurns.conversationId, conversationId), after),
    orderBy: orderBy(byAsked, conversationTurns.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byAsked, ({ askedAt }) => askedAt);
  return { data: page.data.map((row) => toTurn(ctx, row)), nextCursor: page.nextCursor };
}
