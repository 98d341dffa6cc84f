import { and, asc, isNull, lt, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { exportJobs } from "#db/schema/exports.ts";

/** Longer than a part and all its retries may take. */
export const exportSilentAfterMs = 15 * 60_000;
const atOnce = 50;

export type SilentExport = { exportId: string; workspaceId: string; createdAt: number };

/** Across all workspaces: exports that should be at work and have not written a part since, the oldest first. */
export function silentExports(orm: Orm, sinceMs: number): Promise<SilentExport[]> {
  const heardAt = sql<number>`coalesce(${exportJobs.heartbeatAt}, ${exportJobs.createdAt})`;
  return orm
    .select({ exportId: exportJobs.id, workspaceId: exportJobs.workspaceId, createdAt: exportJobs.createdAt })
    .from(exportJobs)
    .where(and(isNull(exportJobs.finishedAt), lt(heardAt, sinceMs)))
    .orderBy(asc(exportJobs.createdAt))
    .limit(atOnce);
}
