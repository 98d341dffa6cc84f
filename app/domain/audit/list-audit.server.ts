import { and, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "#db/schema/audit.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { wholeNumber } from "../whole-number.ts";
import { cursorId, type Page, pageSchema, toPage } from "../paging.ts";

export const auditFilterSchema = z.object({
  action: z.string().max(60, "fieldInvalid").optional(),
  actorId: z.string().max(60, "fieldInvalid").optional(),
  search: z.string().trim().max(100, "tooLong").optional(),
  /** UTC milliseconds, from inclusive to exclusive. */
  from: wholeNumber().optional(),
  to: wholeNumber().optional(),
});
export const auditInputSchema = auditFilterSchema.extend(pageSchema.shape);
export type AuditFilter = z.output<typeof auditFilterSchema>;
type AuditInput = z.input<typeof auditInputSchema>;
export type AuditRow = typeof auditLog.$inferSelect;

/** The audit log, newest first. */
export async function listAudit(ctx: ServiceContext, input: AuditInput = {}): Promise<Page<AuditRow>> {
  requirePermission(ctx, "audit:read");
  const { limit, cursor, ...filter } = parseInput(auditInputSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(auditLog, {
    where: and(auditCondition(filter), before === undefined ? undefined : lt(auditLog.id, before)),
    orderBy: desc(auditLog.id),
    limit: limit + 1,
  });
  return toPage(rows, limit);
}

export function auditCondition(filter: AuditFilter): SQL | undefined {
  return and(
    filter.action ? eq(auditLog.action, filter.action) : undefined,
    filter.actorId ? eq(auditLog.actorId, filter.actorId) : undefined,
    filter.from === undefined ? undefined : gte(auditLog.at, filter.from),
    filter.to === undefined ? undefined : lt(auditLog.at, filter.to),
    filter.search ? or(contains(auditLog.subjectLabel, filter.search), contains(auditLog.actorLabel, filter.search)) : undefined,
  );
}

/** A substring as people type it: `%` and `_` stand for themselves. */
function contains(column: typeof auditLog.subjectLabel | typeof auditLog.actorLabel, text: string): SQL {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}
