import { warnExpiringKeys, workspacesWithExpiringKeys } from "#app/domain/accounts/warn-expiring-keys.server.ts";
import { startDueReports, workspacesWithDueReports } from "#app/domain/artifacts/start-due-reports.server.ts";
import { wakeAgents, workspacesWithAgentWork } from "#app/domain/agents/wake-agents.server.ts";
import { measureProposals, workspacesToMeasure } from "#app/domain/agents/effects/measure-proposals.server.ts";
import { tellStock, workspacesWithUntoldStock } from "#app/domain/catalog/tell-stock.server.ts";
import { tellAllShipments } from "#app/domain/channels/tell-shipments.server.ts";
import { removeOldVisits, workspacesWithVisits } from "#app/domain/collect/remove-old-visits.server.ts";
import { renewDueTokens, wakeChannels, workspacesWithChannels } from "#app/domain/channels/wake-channels.server.ts";
import { settleTasks, workspacesToSettle } from "#app/domain/delegations/settle-tasks.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { removeOldConversations, workspacesWithOldConversations } from "#app/domain/conversations/remove-old-conversations.server.ts";
import { refreshProductTexts, workspacesWithNewProducts } from "#app/domain/meaning/refresh-product-texts.server.ts";
import { countDueDays } from "#app/domain/patterns/count-due-days.server.ts";
import { removeOldPublicQuestions, workspacesWithPublicChats } from "#app/domain/public-chat/remove-old-public-questions.server.ts";
import { workspacesWithSites } from "#app/domain/sites/workspaces-with-sites.server.ts";
import { measureRecommendations } from "#app/domain/selling/measure-recommendations.server.ts";
import { refreshReviewGaps } from "#app/domain/reviews/refresh-review-gaps.server.ts";
import { refreshAdvice } from "#app/domain/selling/refresh-advice.server.ts";
import { fireTriggers, workspacesWithTriggers } from "#app/domain/triggers/fire-triggers.server.ts";
import { settleReleases } from "#app/domain/warehouse/fulfil/settle-releases.server.ts";
import { updateDemand } from "#app/domain/warehouse/fulfil/update-demand.server.ts";
import { releaseDueWaves, workspacesWithReleaseRules } from "#app/domain/warehouse/waves/release-due-waves.server.ts";
import { removeOldTraces } from "#db/housekeeping.server.ts";
import { rawArchive } from "../connect-channels.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";
import { sweepOutbox } from "../outbox.server.ts";
import { reviveExports } from "../workflows/revive-exports.server.ts";
import { reviveVisits } from "../workflows/revive-visits.server.ts";
import { reviveSyncs } from "../workflows/revive-syncs.server.ts";
import { reportFloors } from "./report-floors.server.ts";
import { resealSecrets } from "./reseal-secrets.server.ts";
import { watchFloors } from "./watch-floors.server.ts";

type Job = { name: string; run: (deps: WorkerDeps) => Promise<unknown> };

/** Schedules as in wrangler.toml; "@restart" comes from a machine whose whole platform has just been started again. */
const jobsByCron: Record<string, Job[]> = {
  "@restart": [
    { name: "revive-syncs", run: (deps) => reviveSyncs(deps, { silentForMs: 0 }) },
    { name: "revive-exports", run: (deps) => reviveExports(deps, { silentForMs: 0 }) },
    { name: "revive-visits", run: (deps) => reviveVisits(deps, { silentForMs: 0 }) },
  ],
  "* * * * *": [
    { name: "sweep-outbox", run: sweepOutbox },
    { name: "revive-syncs", run: (deps) => reviveSyncs(deps) },
    { name: "revive-exports", run: (deps) => reviveExports(deps) },
    { name: "revive-visits", run: (deps) => reviveVisits(deps) },
    { name: "tell-due-stock", run: tellDueStock },
    { name: "release-waves", run: releaseWaves },
    { name: "watch-zones", run: watchFloors },
    { name: "wake-agents", run: wakeDueAgents },
    { name: "fire-triggers", run: fireAllTriggers },
    { name: "settle-tasks", run: settleAllTasks },
    { name: "send-reports", run: sendDueReports },
  ],
  "7 * * * *": [
    { name: "renew-tokens", run: (deps) => forChannels(deps, "renew-tokens", renewDueTokens) },
    { name: "sync-recent", run: (deps) => forChannels(deps, "sync-recent", wakeChannels) },
    { name: "index-products", run: indexProducts },
    { name: "update-demand", run: (deps) => forChannels(deps, "update-demand", settleOrders) },
    { name: "tell-stock", run: (deps) => forChannels(deps, "tell-stock", tellStock) },
    { name: "tell-shipments", run: (deps) => forChannels(deps, "tell-shipments", tellAllShipments) },
    { name: "report-floors", run: reportFloors },
    { name: "count-patterns", run: countPatterns },
    { name: "watch-markets", run: (deps) => forChannels(deps, "watch-markets", (ctx) => ctx.ports.marketRooms.wake(ctx.workspaceId)) },
    { name: "measure-proposals", run: measureDoneProposals },
  ],
  "17 3 * * *": [
    { name: "warn-expiring-keys", run: warnAllWorkspaces },
    { name: "refresh-review-gaps", run: (deps) => forChannels(deps, "refresh-review-gaps", refreshReviewGaps) },
    { name: "refresh-advice", run: (deps) => forChannels(deps, "refresh-advice", advise) },
    { name: "remove-old-visits", run: removeAllOldVisits },
    { name: "remove-old-conversations", run: removeAllOldConversations },
    { name: "remove-old-public-questions", run: removePublicQuestions },
    { name: "remove-old-traces", run: ({ env, clock }) => removeOldTraces(env.DB, clock.now()) },
    { name: "remove-old-answers", run: ({ env, clock }) => rawArchive(env, clock).removeOld() },
    { name: "reseal-secrets", run: ({ env, config, logger }) => resealSecrets({ d1: env.DB, keyring: config.keyring, logger }) },
  ],
};

type Work = (ctx: ServiceContext) => Promise<unknown>;

async function forChannels(deps: WorkerDeps, job: string, run: Work): Promise<void> {
  await forWorkspaces(deps, await workspacesWithChannels(deps.orm), job, run);
}

/** Each has its turn; one that fails keeps no other from it. */
async function forWorkspaces(deps: WorkerDeps, ids: readonly string[], job: string, run: Work): Promise<void> {
  for (const workspaceId of ids) {
    try {
      await run(contextForCron(deps, job, workspaceId));
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: job, error });
    }
  }
}

/** What a marketplace could not be told before. */
async function tellDueStock(deps: WorkerDeps): Promise<void> {
  const due = await workspacesWithUntoldStock(deps.orm, deps.clock.now());
  await forWorkspaces(deps, due, "tell-due-stock", tellStock);
}

async function wakeDueAgents(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithAgentWork(deps.orm, deps.clock.now()), "wake-agents", wakeAgents);
}

async function indexProducts(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithNewProducts(deps.orm), "index-products", refreshProductTexts);
}

async function measureDoneProposals(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesToMeasure(deps.orm, deps.clock.now()), "measure-proposals", measureProposals);
}

/** Every hour, because days end at another one in each time zone; once a day is counted it costs two reads. */
async function countPatterns(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithSites(deps.orm), "count-patterns", countDueDays);
}

async function fireAllTriggers(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithTriggers(deps.orm), "fire-triggers", fireTriggers);
}

/** Tasks of other agents whose worker is gone, or that people have decided about. */
async function settleAllTasks(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesToSettle(deps.orm, deps.clock.now()), "settle-tasks", settleTasks);
}

async function sendDueReports(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithDueReports(deps.orm, deps.clock.now()), "send-reports", startDueReports);
}

/** Waves whose moment it is by the rules of their warehouses. */
async function releaseWaves(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithReleaseRules(deps.orm), "release-waves", releaseDueWaves);
}

async function warnAllWorkspaces(deps: WorkerDeps): Promise<void> {
  for (const workspaceId of await workspacesWithExpiringKeys(deps.orm, deps.clock.now())) {
    await warnExpiringKeys(contextForCron(deps, "warn-expiring-keys", workspaceId));
  }
}

async function removeAllOldVisits(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithVisits(deps.orm), "remove-old-visits", removeOldVisits);
}

async function removeAllOldConversations(deps: WorkerDeps): Promise<void> {
  const ids = await workspacesWithOldConversations(deps.orm, deps.clock.now());
  await forWorkspaces(deps, ids, "remove-old-conversations", removeOldConversations);
}

async function removePublicQuestions(deps: WorkerDeps): Promise<void> {
  await forWorkspaces(deps, await workspacesWithPublicChats(deps.orm), "remove-old-public-questions", removeOldPublicQuestions);
}

/** What a lost message left undone. */
async function settleOrders(ctx: ServiceContext): Promise<void> {
  await updateDemand(ctx);
  await settleReleases(ctx);
}

/** A day without a sync has its score too, and what was applied is measured. */
async function advise(ctx: ServiceContext): Promise<void> {
  await refreshAdvice(ctx);
  await measureRecommendations(ctx);
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
