import { and, eq } from "drizzle-orm";
import { conversationFiles } from "#db/schema/conversations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import type { AttachedFile } from "./attach-file.server.ts";
import { attachmentKey } from "./attachment-key.ts";
import { findConversation } from "./find-conversation.server.ts";
import { tableSummarySchema } from "./read-file.ts";
import { openAttachmentSchema } from "./schemas.ts";

/** What is known of an attachment: of a table its columns, how many rows it has, and the first of them. */
export async function readAttachment(ctx: ServiceContext, input: Untrusted<typeof openAttachmentSchema>): Promise<AttachedFile> {
  requirePermission(ctx, "chat:read");
  const { conversationId, id } = parseInput(openAttachmentSchema, input);
  await findConversation(ctx, conversationId);
  const isIt = and(eq(conversationFiles.id, id), eq(conversationFiles.conversationId, conversationId));
  const row = await ctx.db.first(conversationFiles, isIt);
  if (row === undefined) throw notFound("attachment");
  const { name, mediaType, sizeBytes } = row;
  const table = tableSummarySchema.safeParse(row.table);
  return { id, name, mediaType, sizeBytes, table: table.success ? table.data : null };
}

/** Its bytes, for those who may see the conversation. */
export async function openAttachment(
  ctx: ServiceContext,
  input: Untrusted<typeof openAttachmentSchema>,
): Promise<AttachedFile & { body: ReadableStream }> {
  const file = await readAttachment(ctx, input);
  const { conversationId, id } = parseInput(openAttachmentSchema, input);
  const stored = await ctx.ports.attachmentStore.open(attachmentKey(ctx.workspaceId, conversationId, id));
  if (stored === undefined) throw notFound("attachment");
  return { ...file, body: stored.body };
}
