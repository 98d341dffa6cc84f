import { runListingChange } from "#app/domain/catalog/run-listing-change.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { notifyMembers } from "#app/domain/notifications/notify-members.server.ts";
import { forgetMessage } from "#db/messages.server.ts";
import type { WorkerDeps } from "../context.server.ts";
import type { ExportParams } from "../workflows/export.workflow.server.ts";
import { deliver } from "../outbox.server.ts";
import { renderMail } from "../render-mail.server.ts";
import { type QueueMessage, queueMessageSchema } from "./message.ts";

/** What an event sets going after its change is durable. Each part may be told twice. */
export async function handleEvent(deps: WorkerDeps, ctx: ServiceContext, { key, event }: QueueMessage): Promise<void> {
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
      await forgetMessage(ctx.d1, message.key);
      await deliver(deps, [{ id: message.key, workspaceId: message.workspaceId, event: message.event }]);
      return;
    }
    case "member.joined":
    case "member.role-changed":
    case "api-key.created":
    case "channel.needs-attention":
      await notifyMembers(ctx, key, event);
      return;
    case "export.requested":
      await startWorkflowOnce(deps.env, { exportId: event.exportId, workspaceId: ctx.workspaceId });
      return;
    case "listing-change.requested":
      await runListingChange(ctx, { changeId: event.changeId });
      return;
    case "channel.connected":
    case "channel.notices-arrived":
    case "sync.requested":
    case "data.changed":
    case "activity.recorded":
    case "export.progressed":
    case "member.removed":
    case "session.revoked":
    case "notification.created":
      return;
    default:
      event satisfies never;
  }
}

/** The export's id is the instance's id: a message delivered twice finds it running already. */
async function startWorkflowOnce(env: Env, params: ExportParams): Promise<void> {
  try {
    await env.EXPORT_WORKFLOW.create({ id: params.exportId, params });
  } catch (error) {
    const known = await env.EXPORT_WORKFLOW.get(params.exportId).catch(() => undefined);
    if (known === undefined) throw error;
  }
}
