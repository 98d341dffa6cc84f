import { failExport } from "#app/domain/exports/finish-export.server.ts";
import { exportSilentAfterMs, type SilentExport, silentExports } from "#app/domain/exports/silent-exports.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";
import type { ExportParams } from "./export.workflow.server.ts";
import { revive, type Workflows } from "./revive.server.ts";

/** Whoever asked for it has long looked elsewhere, and it was woken in vain many times. */
const givenUpAfterMs = 24 * 3_600_000;

type Options = { silentForMs?: number; workflows?: Workflows<ExportParams> };

/** Exports whose workflow stands still go on with the next part; after a day they end and say so. */
export async function reviveExports(deps: WorkerDeps, options: Options = {}): Promise<number> {
  const { silentForMs = exportSilentAfterMs, workflows = deps.env.EXPORT_WORKFLOW } = options;
  const jobs = await silentExports(deps.orm, deps.clock.now() - silentForMs);
  for (const job of jobs) {
    try {
      const outcome = await wakeOrEnd(deps, workflows, job);
      deps.logger.warn({ event: "export.revived", exportId: job.exportId, outcome });
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "revive-exports", error, details: { exportId: job.exportId } });
    }
  }
  return jobs.length;
}

async function wakeOrEnd(
  deps: WorkerDeps,
  workflows: Workflows<ExportParams>,
  { exportId, workspaceId, createdAt }: SilentExport,
): Promise<string> {
  if (deps.clock.now() - createdAt < givenUpAfterMs) return revive(workflows, exportId, { exportId, workspaceId });
  await failExport(contextForCron(deps, "revive-exports", workspaceId), { exportId, problem: "interrupted for a day" });
  return "given up";
}
