import { mutate } from "#db/mutate.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { insertOnce, update } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { type ExportRow, findExport, isEnded } from "./export-job.server.ts";

type Part = { key: string; sizeBytes: number };

/** Joins the parts into the file and tells the person who asked for it. */
export async function finishExport(ctx: ServiceContext, input: { exportId: string; parts: Part[] }): Promise<void> {
  const job = await findExport(ctx, input.exportId);
  if (isEnded(job.state)) return;
  const objectKey = `${ctx.workspaceId}/${job.id}/export.csv`;
  const { sizeBytes } = await ctx.ports.exportStore.join(objectKey, input.parts);
  await end(ctx, job, { state: "ready", rowsDone: job.rowsTotal, objectKey, sizeBytes }, "export-ready");
}

/** After the last retry: the job says so, and what was written so far goes. */
export async function failExport(ctx: ServiceContext, input: { exportId: string; problem: string }): Promise<void> {
  const job = await findExport(ctx, input.exportId);
  if (isEnded(job.state)) return;
  await ctx.ports.exportStore.removeAll(`${ctx.workspaceId}/${job.id}/`);
  await end(ctx, job, { state: "failed", problem: input.problem.slice(0, 300) }, "export-failed");
}

async function end(
  ctx: ServiceContext,
  job: ExportRow,
  set: { state: string; rowsDone?: number; objectKey?: string; sizeBytes?: number; problem?: string },
  kind: "export-ready" | "export-failed",
): Promise<void> {
  const now = ctx.clock.now();
  const notificationId = ctx.ids.next("ntf");
  const notice = {
    id: notificationId,
    userId: job.requestedByUserId,
    eventId: `${kind}_${job.id}`,
    kind,
    data: { rows: String(job.rowsTotal) },
    createdAt: now,
    readAt: null,
  };
  await mutate(ctx, {
    writes: [update(exportJobs, job, { ...set, finishedAt: now }), insertOnce(notifications, notice)],
    audit: "personal",
    events: [{ type: "notification.created", userId: job.requestedByUserId, notificationId, kind }],
  });
}
