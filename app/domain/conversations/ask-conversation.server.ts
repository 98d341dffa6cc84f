import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findAttachments } from "./find-files.server.ts";
import { findConversation } from "./find-conversation.server.ts";
import { askConversationSchema } from "./schemas.ts";

/** Puts a question into a conversation. It is answered in its room, for all who look on, and then kept as this turn. */
export async function askConversation(
  ctx: ServiceContext,
  input: Untrusted<typeof askConversationSchema>,
): Promise<{ conversationId: string; turnId: string }> {
  requirePermission(ctx, "chat:write");
  const { conversationId, question, query, parentId, attachmentIds } = parseInput(askConversationSchema, input);
  await findConversation(ctx, conversationId);
  const attachments = await findAttachments(ctx, conversationId, attachmentIds);
  const asked = { askId: ctx.ids.next("ask"), question, query, attachments, ...(parentId === undefined ? {} : { parentId }) };
  const answer = await ctx.ports.conversationRooms.ask(ctx, conversationId, asked);
  if (answer.isAsked) return { conversationId, turnId: answer.turnId };
  if (answer.reason === "busy") throw new AppError("rate_limited", "conversationBusy", { retryAfterMs: 5_000 });
  if (answer.reason === "turn-unknown") throw notFound("turn");
  throw new AppError("forbidden", "forbidden");
}
