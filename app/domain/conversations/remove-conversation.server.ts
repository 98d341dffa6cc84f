import { and, eq, isNotNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { conversations } from "#db/schema/conversations.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { type Conversation, toConversation } from "./conversation-row.ts";
import { findConversation, ownedBy, requireOwner } from "./find-conversation.server.ts";

/** Puts a conversation away: an answer under way in it ends. It can be taken back until it is cleared away for good. */
export async function removeConversation(ctx: ServiceContext, input: Untrusted<typeof byIdSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  requireOwner(ctx, await findConversation(ctx, id));
  await ctx.ports.conversationRooms.close(ctx.workspaceId, id);
  // An answer that was ended just now is kept with what it had: the row is another version since.
  const row = await findConversation(ctx, id);
  await mutate(ctx, {
    writes: [update(conversations, row, { removedAt: ctx.clock.now() })],
    audit: { action: "conversation.removed", subject: { type: "conversation", id, label: row.title } },
    events: [{ type: "data.changed", area: "chat" }],
  });
  return { id };
}

/** Takes back what was put away. */
export async function restoreConversation(ctx: ServiceContext, input: Untrusted<typeof byIdSchema>): Promise<Conversation> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(conversations, and(eq(conversations.id, id), isNotNull(conversations.removedAt), ownedBy(ctx)));
  if (row === undefined) throw notFound("conversation");
  await mutate(ctx, {
    writes: [update(conversations, row, { removedAt: null })],
    audit: { action: "conversation.restored", subject: { type: "conversation", id, label: row.title } },
    events: [{ type: "data.changed", area: "chat" }],
  });
  return toConversation(row, ctx.stamp);
}
