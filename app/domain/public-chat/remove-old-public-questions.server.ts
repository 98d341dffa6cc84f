import { and, eq, lt } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { publicChats, publicQuestions } from "#db/schema/public-chat.ts";
import { removeWhere, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

const dayMs = 24 * 3_600_000;

/** Those whose visitors were ever asked in. */
export async function workspacesWithPublicChats(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: publicChats.workspaceId }).from(publicChats);
  return rows.map(({ id }) => id);
}

/** What was asked longer ago than its site keeps it. */
export async function removeOldPublicQuestions(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const now = ctx.clock.now();
  const chats = await ctx.db.all(publicChats, { limit: 200 });
  const writes = chats.flatMap(({ siteId, keepDays }): Write[] => {
    const where = and(eq(publicQuestions.siteId, siteId), lt(publicQuestions.askedAt, now - keepDays * dayMs));
    return where === undefined ? [] : [removeWhere(publicQuestions, where)];
  });
  if (writes.length > 0) await mutate(ctx, { writes, audit: "mirrored" });
}
