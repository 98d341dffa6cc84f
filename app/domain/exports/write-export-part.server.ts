import { mutate } from "#db/mutate.server.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { update } from "#db/writes.ts";
import { readAuditLines } from "../audit/read-audit-lines.server.ts";
import type { ServiceContext } from "../context.ts";
import { findExport, isEnded } from "./export-job.server.ts";

const rowsPerPart = 2_000;
const byteOrderMark = "\uFEFF";

export type ExportPart = { key: string; sizeBytes: number; rows: number; lastId: string | null };

/** One step of an export: the rows after `afterId`, oldest first, as one object. Written again it writes the same. */
export async function writeExportPart(
  ctx: ServiceContext,
  input: { exportId: string; part: number; afterId: string | null },
): Promise<ExportPart | "ended"> {
  const job = await findExport(ctx, input.exportId);
  if (isEnded(job.state)) {
    await ctx.ports.exportStore.removeAll(`${ctx.workspaceId}/${job.id}/part-`);
    return "ended";
  }
  const stretch = { filter: job.filter, untilMs: job.createdAt, afterId: input.afterId, limit: rowsPerPart };
  const { header, lines, lastId } = await readAuditLines(ctx, stretch);
  const head = input.part === 0 ? [byteOrderMark + header] : [];
  const text = [...head, ...lines].map((line) => `${line}\r\n`).join("");
  const key = `${ctx.workspaceId}/${job.id}/part-${String(input.part).padStart(5, "0")}`;
  const { sizeBytes } = await ctx.ports.exportStore.writePart(key, text);
  const rowsDone = Math.min(job.rowsTotal, input.part * rowsPerPart + lines.length);
  await mutate(ctx, {
    writes: [update(exportJobs, job, { state: "running", rowsDone, heartbeatAt: ctx.clock.now() })],
    audit: "personal",
    events: [{ type: "export.progressed", userId: job.requestedByUserId }],
  });
  return { key, sizeBytes, rows: lines.length, lastId: lines.length < rowsPerPart ? null : lastId };
}
