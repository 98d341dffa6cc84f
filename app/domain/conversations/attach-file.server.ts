import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { conversationFiles } from "#db/schema/conversations.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { attachmentKey } from "./attachment-key.ts";
import { findConversation } from "./find-conversation.server.ts";
import { maxFileBytes, maxFilesInConversation } from "./limits.ts";
import type { Attachment } from "./parts.ts";
import { readFile, type TableSummary } from "./read-file.ts";
import { attachFileSchema } from "./schemas.ts";

export type AttachedFile = Attachment & { table: TableSummary | null };

/**
 * Takes a table or a picture beside a question. What it is, its bytes say, whatever it is called; what it says is data to look at
 * and never something to do.
 */
export async function attachFile(ctx: ServiceContext, input: Untrusted<typeof attachFileSchema>): Promise<AttachedFile> {
  requirePermission(ctx, "chat:write");
  const { conversationId, name, content: bytes } = parseInput(attachFileSchema, input);
  await findConversation(ctx, conversationId);
  if (bytes.byteLength > maxFileBytes) throw new AppError("too_large", "attachmentTooLarge");
  const read = readFile(bytes);
  if (read === undefined) throw new AppError("invalid", "checkFields", { fields: { content: "attachmentKind" } });
  const known = await ctx.db.count(conversationFiles, eq(conversationFiles.conversationId, conversationId));
  if (known >= maxFilesInConversation) throw new AppError("conflict", "tooManyAttachments");
  const id = ctx.ids.next("att");
  const file = { id, name, mediaType: read.mediaType, sizeBytes: bytes.byteLength };
  const objectKey = attachmentKey(ctx.workspaceId, conversationId, id);
  // Bytes without a row are cleared away with the conversation; a row without bytes would be a promise that is not kept.
  await ctx.ports.attachmentStore.put(objectKey, bytes, read.mediaType);
  await mutate(ctx, {
    writes: [insert(conversationFiles, { ...file, objectKey, conversationId, table: read.table, createdAt: ctx.clock.now() })],
    audit: "personal",
  });
  return { ...file, table: read.table };
}
