import { and, asc, gt, lte } from "drizzle-orm";
import { toCsvRow } from "#app/platform/csv.ts";
import { auditLog } from "#db/schema/audit.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { auditCsvCells, auditCsvHeader } from "./audit-csv.ts";
import { auditCondition, auditFilterSchema } from "./list-audit.server.ts";

export type AuditLines = { header: string; lines: string[]; lastId: string | null };

/**
 * A stretch of the log as CSV lines, oldest first. Asked again it answers the same:
 * the log only grows at its end, and what is newer than `untilMs` is left out.
 */
export async function readAuditLines(
  ctx: ServiceContext,
  input: { filter: Record<string, unknown>; untilMs: number; afterId: string | null; limit: number },
): Promise<AuditLines> {
  requirePermission(ctx, "audit:read");
  const { timeZone } = await readWorkspace(ctx);
  const filter = auditFilterSchema.parse(input.filter);
  const rows = await ctx.db.all(auditLog, {
    where: and(
      auditCondition(filter),
      lte(auditLog.at, input.untilMs),
      input.afterId === null ? undefined : gt(auditLog.id, input.afterId),
    ),
    orderBy: asc(auditLog.id),
    limit: input.limit,
  });
  const lines = rows.map((row) => toCsvRow(auditCsvCells(row, timeZone)));
  return { header: toCsvRow(auditCsvHeader), lines, lastId: rows.at(-1)?.id ?? null };
}

export async function countAudit(ctx: ServiceContext, filter: Record<string, unknown>): Promise<number> {
  requirePermission(ctx, "audit:read");
  return ctx.db.count(auditLog, auditCondition(auditFilterSchema.parse(filter)));
}
