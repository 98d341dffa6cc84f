import { and, asc, gt, lte } from "drizzle-orm";
import { toCsvRow } from "#app/platform/csv.ts";
import { mutate } from "#db/mutate.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { update } from "#db/writes.ts";
import { auditCsvCells, auditCsvHeader } from "../audit/audit-csv.ts";
import { auditCondition, auditFilterSchema } from "../audit/list-audit.server.ts";
import type { ServiceContext } from "../context.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { findExport, isEnded } from "./export-job.server.ts";

const rowsPerPart = 2_000;
const byteOrderMark = "\uFEFF";

export type ExportPart = { key: string; sizeBytes: number; rows: number; lastId: string | null };

/**
 * One step of an export: the rows after `afterId`, oldest first, as one object. Written again it writes the same,
 * because the log only grows at its end and rows newer than the export's start are left out.
 */
export async function writeExportPart(
  ctx: ServiceContext,
  input: { exportId: string; part: number; afterId: string | null },
): Promise<ExportPart | "ended"> {
  const job = await findExport(ctx, input.exportId);
  if (isEnded(job.state)) {
    await ctx.ports.exportStore.removeAll(`${ctx.workspaceId}/${job.id}/part-`);
    return "ended";
  }
  const { timeZone } = await readWorkspace(ctx);
  const filter = auditFilterSchema.parse(job.filter);
  const rows = await ctx.db.all(auditLog, {
    where: and(
      auditCondition(filter),
      lte(auditLog.at, job.createdAt),
      input.afterId === null ? undefined : gt(auditLog.id, input.afterId),
    ),
    orderBy: asc(auditLog.id),
    limit: rowsPerPart,
  });
  const lines = rows.map((row) => toCsvRow(auditCsvCells(row, timeZone)));
  const head = input.part === 0 ? [byteOrderMark + toCsvRow(auditCsvHeader)] : [];
  const text = [...head, ...lines].map((line) => `${line}\r\n`).join("");
  const key = `${ctx.workspaceId}/${job.id}/part-${String(input.part).padStart(5, "0")}`;
  const { sizeBytes } = await ctx.ports.exportStore.writePart(key, text);
  const rowsDone = Math.min(job.rowsTotal, input.part * rowsPerPart + rows.length);
  await mutate(ctx, {
    writes: [update(exportJobs, job, { state: "running", rowsDone })],
    audit: "personal",
    events: [{ type: "export.progressed", userId: job.requestedByUserId }],
  });
  return { key, sizeBytes, rows: rows.length, lastId: rows.length < rowsPerPart ? null : (rows.at(-1)?.id ?? null) };
}
