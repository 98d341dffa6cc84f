import { mutate } from "#db/mutate.server.ts";
import { conversations } from "#db/schema/conversations.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { type Conversation, toConversation } from "./conversation-row.ts";
import { findConversation, requireOwner } from "./find-conversation.server.ts";
import { changeConversationSchema } from "./schemas.ts";

/** Names a conversation, and decides whether the whole workspace sees it. Both are its owner's. */
export async function changeConversation(ctx: ServiceContext, input: Untrusted<typeof changeConversationSchema>): Promise<Conversation> {
  requirePermission(ctx, "chat:write");
  const { id, title, isShared } = parseInput(changeConversationSchema, input);
  const row = await findConversation(ctx, id);
  requireOwner(ctx, row);
  const named = title === undefined || title === row.title ? {} : { title, isTitleOwn: true };
  const isSharing = isShared !== undefined && isShared !== row.isShared;
  const set = { ...named, ...(isSharing ? { isShared } : {}) };
  if (Object.keys(set).length === 0) return toConversation(row, ctx.stamp);
  const subject = { type: "conversation", id, label: set.title ?? row.title };
  await mutate(ctx, {
    writes: [update(conversations, row, set)],
    audit: isSharing ? { action: isShared ? "conversation.shared" : "conversation.unshared", subject } : "personal",
    events: [{ type: "data.changed", area: "chat" }],
  });
  if (isSharing) await ctx.ports.conversationRooms.accessChanged(ctx.workspaceId, id);
  return toConversation({ ...row, ...set }, ctx.stamp);
}
