import { inArray, lt, or } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { conversationFiles, conversations, conversationTurns } from "#db/schema/conversations.ts";
import { removeWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

const dayMs = 24 * 3_600_000;
/** What was put away can be taken back for so long; what nobody asked in for two years is gone too. */
const removedForMs = 30 * dayMs;
const unusedForMs = 730 * dayMs;
const atOnce = 40;
const mostRounds = 50;

const isOver = (nowMs: number) => or(lt(conversations.removedAt, nowMs - removedForMs), lt(conversations.lastAskedAt, nowMs - unusedForMs));

/** Across all workspaces, those with conversations whose time is over. */
export async function workspacesWithOldConversations(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: conversations.workspaceId }).from(conversations).where(isOver(nowMs));
  return rows.map(({ id }) => id);
}

/** Clears away conversations whose time is over: their bytes first, then all that is written of them. */
export async function removeOldConversations(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "chat:write");
  for (let round = 0; round < mostRounds; round += 1) {
    const rows = await ctx.db.all(conversations, { where: isOver(ctx.clock.now()), limit: atOnce });
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const files = await ctx.db.all(conversationFiles, { where: inArray(conversationFiles.conversationId, ids) });
    await ctx.ports.attachmentStore.remove(files.map(({ objectKey }) => objectKey));
    await Promise.all(ids.map((id) => ctx.ports.conversationRooms.close(ctx.workspaceId, id)));
    await mutate(ctx, {
      writes: [
        removeWhere(conversationTurns, inArray(conversationTurns.conversationId, ids)),
        removeWhere(conversationFiles, inArray(conversationFiles.conversationId, ids)),
        removeWhere(conversations, inArray(conversations.id, ids)),
      ],
      audit: "mirrored",
    });
  }
}
