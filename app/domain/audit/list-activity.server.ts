import { and, desc, eq, lt } from "drizzle-orm";
import { toFeedEntry } from "#db/mutate.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";
import { isAuditAction } from "./actions.ts";
import type { Feed } from "./feed-entry.ts";

/** What the team did, newest first: the part of the audit log that everybody may see, without values or addresses. */
export async function listActivity(ctx: ServiceContext, input: PageInput = {}): Promise<Page<Feed>> {
  requirePermission(ctx, "activity:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(auditLog, {
    where: and(eq(auditLog.inFeed, true), before === undefined ? undefined : lt(auditLog.id, before)),
    orderBy: desc(auditLog.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  const known = page.data.flatMap((row) => {
    const { action } = row;
    return isAuditAction(action) ? [toFeedEntry({ ...row, action })] : [];
  });
  return { data: known, nextCursor: page.nextCursor };
}
