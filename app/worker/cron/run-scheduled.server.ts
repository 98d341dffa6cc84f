import { warnExpiringKeys, workspacesWithExpiringKeys } from "#app/domain/accounts/warn-expiring-keys.server.ts";
import { measureRecommendations } from "#app/domain/selling/measure-recommendations.server.ts";
import { refreshAdvice } from "#app/domain/selling/refresh-advice.server.ts";
import { workspacesWithChannels } from "#app/domain/selling/workspaces-with-channels.server.ts";
import { removeOldTraces } from "#db/housekeeping.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";
import { sweepOutbox } from "../outbox.server.ts";
import { resealSecrets } from "./reseal-secrets.server.ts";

type Job = { name: string; run: (deps: WorkerDeps) => Promise<unknown> };

/** Schedules as in wrangler.toml. */
const jobsByCron: Record<string, Job[]> = {
  "* * * * *": [{ name: "sweep-outbox", run: sweepOutbox }],
  "17 3 * * *": [
    { name: "warn-expiring-keys", run: warnAllWorkspaces },
    { name: "refresh-advice", run: adviseAllWorkspaces },
    { name: "remove-old-traces", run: ({ env, clock }) => removeOldTraces(env.DB, clock.now()) },
    { name: "reseal-secrets", run: ({ env, config, logger }) => resealSecrets({ d1: env.DB, keyring: config.keyring, logger }) },
  ],
};

async function warnAllWorkspaces(deps: WorkerDeps): Promise<void> {
  for (const workspaceId of await workspacesWithExpiringKeys(deps.orm, deps.clock.now())) {
    await warnExpiringKeys(contextForCron(deps, "warn-expiring-keys", workspaceId));
  }
}

/** A day without a sync has its score too, and what was applied is measured. One workspace that fails keeps no other from its turn. */
async function adviseAllWorkspaces(deps: WorkerDeps): Promise<void> {
  for (const workspaceId of await workspacesWithChannels(deps.orm)) {
    const ctx = contextForCron(deps, "refresh-advice", workspaceId);
    try {
      await refreshAdvice(ctx);
      await measureRecommendations(ctx);
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "refresh-advice", error });
    }
  }
}

/** Runs a tick's jobs one after the other; one that fails does not keep the others from running. */
export async function runScheduled(deps: WorkerDeps, cron: string): Promise<void> {
  for (const job of jobsByCron[cron] ?? []) {
    const startedAt = deps.clock.now();
    const log = (outcome: "ok" | "failed", error?: unknown) =>
      deps.logger.info({
        event: "cron.run",
        cron,
        job: job.name,
        outcome,
        durationMs: deps.clock.now() - startedAt,
        ...(error === undefined ? {} : { error }),
      });
    try {
      await job.run(deps);
      log("ok");
    } catch (error) {
      log("failed", error);
    }
  }
}
