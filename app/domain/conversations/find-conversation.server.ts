import { and, eq, isNull, or } from "drizzle-orm";
import { conversations } from "#db/schema/conversations.ts";
import type { ServiceContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import type { ConversationRow } from "./conversation-row.ts";

/** Own ones, and those that somebody shared with the workspace. What the house does by itself reaches all of them. */
export function visibleTo(ctx: Pick<ServiceContext, "actor" | "stamp">) {
  if (ctx.actor.kind === "system") return undefined;
  return or(ownedBy(ctx), eq(conversations.isShared, true));
}

export function ownedBy({ stamp }: Pick<ServiceContext, "stamp">) {
  return and(eq(conversations.ownerKind, stamp.kind), eq(conversations.ownerId, stamp.id));
}

/** Somebody else's conversation is as if it were not there. */
export async function findConversation(ctx: ServiceContext, id: string): Promise<ConversationRow> {
  const row = await ctx.db.first(conversations, and(eq(conversations.id, id), isNull(conversations.removedAt), visibleTo(ctx)));
  if (row === undefined) throw notFound("conversation");
  return row;
}

/** For its room's door. */
export async function maySee(ctx: ServiceContext, id: string): Promise<boolean> {
  return (await ctx.db.count(conversations, and(eq(conversations.id, id), isNull(conversations.removedAt), visibleTo(ctx)))) > 0;
}

/** For what only its owner decides: its name, who sees it, whether it stays. */
export function requireOwner(ctx: ServiceContext, row: ConversationRow): void {
  if (row.ownerKind !== ctx.stamp.kind || row.ownerId !== ctx.stamp.id) throw new AppError("forbidden", "conversationOfAnother");
}
