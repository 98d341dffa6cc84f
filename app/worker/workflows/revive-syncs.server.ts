import { noteRevival, type SilentRun, silentAfterMs, silentRuns } from "#app/domain/channels/silent-runs.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";

type Workflows = Pick<Workflow<SilentRun>, "create" | "get">;

/**
 * Wakes syncs whose workflow stands still: a platform that is killed does not wake its workflows everywhere, and a
 * crash may fall between an event and its workflow. What a run has finished stays finished.
 */
export async function reviveSyncs(deps: WorkerDeps, options: { silentForMs?: number; workflows?: Workflows } = {}): Promise<number> {
  const { silentForMs = silentAfterMs, workflows = deps.env.CHANNEL_SYNC_WORKFLOW } = options;
  const runs = await silentRuns(deps.orm, deps.clock.now() - silentForMs);
  for (const run of runs) {
    try {
      const outcome = await revive(workflows, run);
      deps.logger.warn({ event: "sync.revived", runId: run.runId, channelId: run.channelId, outcome });
      if (outcome !== "pausing") await noteRevival(contextForCron(deps, "revive-syncs", run.workspaceId), run);
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "revive-syncs", error, details: { runId: run.runId } });
    }
  }
  return runs.length;
}

/** "pausing" is not awake yet: a step that is at work after all ends first, and the next round resumes. */
async function revive(workflows: Workflows, run: SilentRun): Promise<"created" | "resumed" | "restarted" | "pausing"> {
  const instance = await workflows.get(run.runId).catch(() => undefined);
  if (instance === undefined) {
    await workflows.create({ id: run.runId, params: run });
    return "created";
  }
  const isUnderWay = ["queued", "running", "waiting"].includes((await instance.status()).status);
  // Whoever only believes to be running is neither resumed nor restarted; after a pause it goes on behind its last step.
  if (isUnderWay) await instance.pause();
  const { status } = await instance.status();
  if (status === "paused") {
    await instance.resume();
    return "resumed";
  }
  if (isUnderWay || status === "waitingForPause") return "pausing";
  // Ended, and its run did not: its channel was paused meanwhile, or the end itself could not be written.
  await instance.restart();
  return "restarted";
}
