import { noteRevival, type SilentRun, silentAfterMs, silentRuns } from "#app/domain/channels/silent-runs.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";
import { revive, type Workflows } from "./revive.server.ts";

/** Syncs whose workflow stands still go on. What a run has finished stays finished. */
export async function reviveSyncs(
  deps: WorkerDeps,
  options: { silentForMs?: number; workflows?: Workflows<SilentRun> } = {},
): Promise<number> {
  const { silentForMs = silentAfterMs, workflows = deps.env.CHANNEL_SYNC_WORKFLOW } = options;
  const runs = await silentRuns(deps.orm, deps.clock.now() - silentForMs);
  for (const run of runs) {
    try {
      const outcome = await revive(workflows, run.runId, run);
      deps.logger.warn({ event: "sync.revived", runId: run.runId, channelId: run.channelId, outcome });
      if (outcome !== "pausing") await noteRevival(contextForCron(deps, "revive-syncs", run.workspaceId), run);
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "revive-syncs", error, details: { runId: run.runId } });
    }
  }
  return runs.length;
}
