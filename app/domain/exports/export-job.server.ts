import { and, eq } from "drizzle-orm";
import { exportJobs } from "#db/schema/exports.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

export const exportStates = ["waiting", "running", "ready", "failed", "cancelled"] as const;
export type ExportState = (typeof exportStates)[number];
export type ExportRow = typeof exportJobs.$inferSelect;

export type ExportJob = {
  id: string;
  state: ExportState;
  rowsDone: number;
  rowsTotal: number;
  sizeBytes: number | null;
  createdAt: number;
  finishedAt: number | null;
};

export function isEnded(state: string): boolean {
  return state === "ready" || state === "failed" || state === "cancelled";
}

export function toExportJob({ id, state, rowsDone, rowsTotal, sizeBytes, createdAt, finishedAt }: ExportRow): ExportJob {
  const known = exportStates.find((one) => one === state) ?? "failed";
  return { id, state: known, rowsDone, rowsTotal, sizeBytes, createdAt, finishedAt };
}

/** `keeperUserId` narrows to the person who asked for it: an export holds what its maker may see. */
export async function findExport(ctx: ServiceContext, id: string, keeperUserId?: string): Promise<ExportRow> {
  const own = keeperUserId === undefined ? undefined : eq(exportJobs.requestedByUserId, keeperUserId);
  const row = await ctx.db.first(exportJobs, and(eq(exportJobs.id, id), own));
  if (row === undefined) throw notFound("export");
  return row;
}
