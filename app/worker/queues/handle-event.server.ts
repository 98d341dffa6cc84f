import { giveUpListingChange } from "#app/domain/catalog/give-up-listing-change.server.ts";
import { runListingChange } from "#app/domain/catalog/run-listing-change.server.ts";
import { eraseChannelData } from "#app/domain/channels/erase-channel-data.server.ts";
import { handleNotices } from "#app/domain/channels/handle-notices.server.ts";
import { tellStock } from "#app/domain/catalog/tell-stock.server.ts";
import { tellShipments } from "#app/domain/channels/tell-shipments.server.ts";
import { wakeChannels } from "#app/domain/channels/wake-channels.server.ts";
import { giveUpReport, sendReport } from "#app/domain/artifacts/send-report.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { refreshProductTexts } from "#app/domain/meaning/refresh-product-texts.server.ts";
import { settleReleases } from "#app/domain/warehouse/fulfil/settle-releases.server.ts";
import { updateDemand } from "#app/domain/warehouse/fulfil/update-demand.server.ts";
import { expectReturns } from "#app/domain/warehouse/returns/expect-returns.server.ts";
import { settleReturns } from "#app/domain/warehouse/returns/settle-returns.server.ts";
import { tellHooks } from "#app/domain/delegations/tell-hooks.server.ts";
import { notifyMembers } from "#app/domain/notifications/notify-members.server.ts";
import { countPeriod } from "#app/domain/patterns/count-period.server.ts";
import { refreshReviewGaps } from "#app/domain/reviews/refresh-review-gaps.server.ts";
import { fireTriggers } from "#app/domain/triggers/fire-triggers.server.ts";
import { giveUpFiring, performFiring } from "#app/domain/triggers/perform-firing.server.ts";
import { refreshAdvice } from "#app/domain/selling/refresh-advice.server.ts";
import type { WorkerDeps } from "../context.server.ts";
import { redeliver } from "../outbox.server.ts";
import { renderMail } from "../render-mail.server.ts";
import { processVisit } from "../workflows/process-visit.server.ts";
import { type QueueMessage, queueMessageSchema } from "./message.ts";

/** After these something may have happened that a trigger waits for: it is looked for at once, not at the next minute. */
const newsworthy: ReadonlySet<QueueMessage["event"]["type"]> = new Set([
  "alert.opened",
  "sync.ended",
  "channel.notices-arrived",
  "advice.outdated",
]);

/** What an event sets going after its change is durable. Each part may be told twice. */
export async function handleEvent(deps: WorkerDeps, ctx: ServiceContext, message: QueueMessage): Promise<void> {
  await setGoing(deps, ctx, message);
  // What came with it can be asked for at once, not only from the next full hour on.
  if (message.event.type === "sync.ended") await refreshProductTexts(ctx);
  if (newsworthy.has(message.event.type)) await fireTriggers(ctx);
}

async function setGoing(deps: WorkerDeps, ctx: ServiceContext, { key, event }: QueueMessage): Promise<void> {
  switch (event.type) {
    case "mail.requested": {
      const request = await ctx.ports.mailSealer.open(event.sealedMail, ctx.workspaceId);
      const startedAt = ctx.clock.now();
      const { messageId } = await deps.mail().send(await renderMail(request, key));
      ctx.logger.info({ event: "mail.sent", template: request.template, messageId, durationMs: ctx.clock.now() - startedAt });
      return;
    }
    case "dead-letter.redriven": {
      const message = queueMessageSchema.parse(JSON.parse(event.body));
      await redeliver(deps, { id: message.key, workspaceId: message.workspaceId, event: message.event });
      return;
    }
    case "member.joined":
    case "member.role-changed":
    case "api-key.created":
    case "channel.needs-attention":
    case "sync.ended":
    case "alert.opened":
    case "models.budget-reached":
    case "trigger.paused":
      await notifyMembers(ctx, key, event);
      return;
    case "trigger.fired":
      await performFiring(ctx, { firingId: event.firingId });
      return;
    case "report.due":
      await sendReport(ctx, { sendingId: event.sendingId });
      return;
    case "export.requested":
      await startOnce(deps.env.EXPORT_WORKFLOW, event.exportId, { exportId: event.exportId, workspaceId: ctx.workspaceId });
      return;
    case "listing-change.requested":
      await runListingChange(ctx, { changeId: event.changeId, stretch: event.stretch });
      return;
    case "sync.requested":
      await startOnce(deps.env.CHANNEL_SYNC_WORKFLOW, event.runId, { ...event, workspaceId: ctx.workspaceId });
      return;
    case "visit.ended":
      await processVisit(deps.env.PROCESS_INTERACTION_WORKFLOW, { sessionId: event.sessionId, workspaceId: ctx.workspaceId });
      return;
    case "member.signed-in":
      await wakeChannels(ctx);
      return;
    case "agent.work-due":
      await ctx.ports.agentRooms.ask(ctx.workspaceId, event.agent, event.job);
      return;
    case "data.changed":
    case "activity.recorded":
    case "export.progressed":
    case "member.removed":
    case "session.revoked":
    case "notification.created":
      return;
    default:
      await bringUpToDate(ctx, event);
  }
}

type Outdated = Extract<
  QueueMessage["event"],
  {
    type:
      | "fulfilment.shipped"
      | "stock.changed"
      | "advice.outdated"
      | "gaps.outdated"
      | "patterns.due"
      | "demand.outdated"
      | "orders.released"
      | "returns.asked"
      | "channel.notices-arrived"
      | "channel.erasing"
      | "delegation.moved";
  }
>;

/** Work that looks at how things stand, whatever happened: told once or often, it ends the same. */
async function bringUpToDate(ctx: ServiceContext, event: Outdated): Promise<void> {
  switch (event.type) {
    case "fulfilment.shipped":
      await tellShipments(ctx, { channelId: event.channelId });
      return;
    case "stock.changed":
      await tellStock(ctx);
      return;
    case "advice.outdated":
      await refreshAdvice(ctx);
      return;
    case "gaps.outdated":
      await refreshReviewGaps(ctx);
      await ctx.ports.marketRooms.wake(ctx.workspaceId);
      return;
    case "patterns.due":
      await countPeriod(ctx, { period: event.period, startDay: event.startDay });
      return;
    case "demand.outdated":
      await updateDemand(ctx);
      await expectReturns(ctx);
      return;
    case "orders.released":
      await settleReleases(ctx);
      return;
    case "returns.asked":
      await settleReturns(ctx);
      return;
    case "delegation.moved":
      await tellHooks(ctx, { delegationId: event.delegationId });
      return;
    case "channel.erasing":
      await eraseChannelData(ctx, { channelId: event.channelId });
      return;
    case "channel.notices-arrived":
      await handleNotices(ctx, { channelId: event.channelId });
      return;
    default:
      event satisfies never;
  }
}

/** What is done about an event whose retries are used up. True where its people see by themselves what became of it. */
export async function giveUpOn(ctx: ServiceContext, { event }: QueueMessage): Promise<boolean> {
  // It stays a dead letter as well: delivered once more, it goes on where it stopped.
  if (event.type === "trigger.fired") await giveUpFiring(ctx, { firingId: event.firingId });
  if (event.type === "report.due") await giveUpReport(ctx, { sendingId: event.sendingId });
  if (event.type !== "listing-change.requested") return false;
  await giveUpListingChange(ctx, { changeId: event.changeId, stretch: event.stretch });
  return true;
}

/**
 * Names what several messages ask for alike: done once, it is done for all that were sent before. In a storm of notices
 * each message by itself would cost more than the reading it asks for.
 */
export function sharedWork({ workspaceId, event }: QueueMessage): string | undefined {
  switch (event.type) {
    case "stock.changed":
    case "gaps.outdated":
    case "demand.outdated":
    case "orders.released":
    case "returns.asked":
      return `${event.type} ${workspaceId}`;
    case "patterns.due":
      return `${event.type} ${workspaceId} ${event.period} ${event.startDay}`;
    case "delegation.moved":
      return `${event.type} ${workspaceId} ${event.delegationId}`;
    case "channel.notices-arrived":
    case "fulfilment.shipped":
      return `${event.type} ${workspaceId} ${event.channelId}`;
    default:
      return undefined;
  }
}

/** The work's id is the instance's id: a message delivered twice finds it running already. */
async function startOnce<Params>(workflow: Workflow<Params>, id: string, params: Params): Promise<void> {
  try {
    await workflow.create({ id, params });
  } catch (error) {
    const known = await workflow.get(id).catch(() => undefined);
    if (known === undefined) throw error;
  }
}
