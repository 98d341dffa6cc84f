import { eq } from "drizzle-orm";
import { conversationFiles } from "#db/schema/conversations.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Attachment } from "./parts.ts";

/** What was attached to this conversation under these ids, in their order. */
export async function findAttachments(ctx: ServiceContext, conversationId: string, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.all(conversationFiles, { ids, where: eq(conversationFiles.conversationId, conversationId) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw notFound("attachment");
    const { name, mediaType, sizeBytes } = row;
    return { id, name, mediaType, sizeBytes };
  });
}
