import { desc, eq } from "drizzle-orm";
import { exportJobs } from "#db/schema/exports.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { type ExportJob, toExportJob } from "./export-job.server.ts";

const shown = 5;

/** A person's own latest exports, the newest first. */
export async function listExports(ctx: ServiceContext): Promise<ExportJob[]> {
  requirePermission(ctx, "audit:read");
  const person = requirePerson(ctx);
  const rows = await ctx.db.all(exportJobs, {
    where: eq(exportJobs.requestedByUserId, person.userId),
    orderBy: desc(exportJobs.id),
    limit: shown,
  });
  return rows.map(toExportJob);
}
