import { mutate } from "#db/mutate.server.ts";
import { conversations } from "#db/schema/conversations.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type Conversation, toConversation } from "./conversation-row.ts";
import { createConversationSchema } from "./schemas.ts";

/** Begins a conversation. Without a title it takes its first question's words. */
export async function createConversation(ctx: ServiceContext, input: { title?: string | undefined } = {}): Promise<Conversation> {
  requirePermission(ctx, "chat:write");
  const { title } = parseInput(createConversationSchema, input);
  const now = ctx.clock.now();
  const row = {
    id: ctx.ids.next("cnv"),
    ownerKind: ctx.stamp.kind,
    ownerId: ctx.stamp.id,
    ownerLabel: ctx.stamp.label,
    title: title ?? "",
    isTitleOwn: title !== undefined,
    isShared: false,
    summary: null,
    summaryUntilTurnId: null,
    createdAt: now,
    lastAskedAt: now,
    removedAt: null,
  };
  await mutate(ctx, { writes: [insert(conversations, row)], audit: "personal" });
  return toConversation({ ...row, workspaceId: ctx.workspaceId, version: 1 }, ctx.stamp);
}
