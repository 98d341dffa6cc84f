import { and, eq, isNull } from "drizzle-orm";
import { conversations } from "#db/schema/conversations.ts";
import type { ServiceContext } from "../context.ts";

/** For its room: everybody of the workspace, one person by their id, or nobody. */
export async function readViewers(ctx: ServiceContext, conversationId: string): Promise<string> {
  const row = await ctx.db.first(conversations, and(eq(conversations.id, conversationId), isNull(conversations.removedAt)));
  if (row === undefined) return "nobody";
  if (row.isShared) return "everybody";
  return row.ownerKind === "user" ? row.ownerId : "nobody";
}
