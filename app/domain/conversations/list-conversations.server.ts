import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { conversations, conversationTurns } from "#db/schema/conversations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { isSearch, searchExpression } from "../search.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import type { Untrusted } from "../untrusted.ts";
import { type Conversation, toConversation } from "./conversation-row.ts";
import { ownedBy, visibleTo } from "./find-conversation.server.ts";
import { listConversationsSchema } from "./schemas.ts";

const byAsked = orderOf({ lastAskedAt: conversations.lastAskedAt }, "-lastAskedAt");
/** So many turns with the words that are looked for are looked at, the newest first. */
const mostMatches = 2_000;

/** Own conversations and shared ones, the one asked in last first; looked for by the words of titles, questions and answers. */
export async function listConversations(
  ctx: ServiceContext,
  input: Untrusted<typeof listConversationsSchema> = {},
): Promise<Page<Conversation>> {
  requirePermission(ctx, "chat:read");
  const { limit, cursor, q, scope } = parseInput(listConversationsSchema, input);
  const scopes = { all: visibleTo(ctx), own: ownedBy(ctx), shared: eq(conversations.isShared, true) };
  const rows = await ctx.db.all(conversations, {
    where: and(
      isNull(conversations.removedAt),
      scopes[scope],
      isSearch(q) ? withWords(ctx, q) : undefined,
      afterCursor(byAsked, conversations.id, cursor),
    ),
    orderBy: orderBy(byAsked, conversations.id),
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, byAsked, ({ lastAskedAt }) => lastAskedAt);
  return { data: page.data.map((row) => toConversation(row, ctx.stamp)), nextCursor: page.nextCursor };
}

function withWords({ workspaceId }: ServiceContext, text: string): SQL | undefined {
  const expression = searchExpression(workspaceId, text);
  if (expression === undefined) return sql`false`;
  const said = sql`select ${conversationTurns.conversationId} from ${conversationTurns} where ${conversationTurns}.rowid in
    (select rowid from conversation_turns_fts where conversation_turns_fts match ${expression} order by rowid desc limit ${mostMatches})`;
  const titled = sql`${conversations}.rowid in (select rowid from conversations_fts where conversations_fts match ${expression})`;
  return or(sql`${conversations.id} in (${said})`, titled);
}
