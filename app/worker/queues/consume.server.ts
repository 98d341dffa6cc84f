import type { ServiceContext } from "#app/domain/context.ts";
import { claimMessage, finishMessage, recordDeadLetter, releaseMessage } from "#db/messages.server.ts";
import { markDelivered } from "#db/outbox.server.ts";
import type { WorkerDeps } from "../context.server.ts";
import { contextForMessage } from "../context.server.ts";
import { handleEvent } from "./handle-event.server.ts";
import { type QueueMessage, queueMessageSchema } from "./message.ts";

const leaseMs = 60_000;
const maxRetryDelaySeconds = 600;
/** Where messages land that name no workspace: seen by operations, by no tenant. */
const nobody = "none";

/** Every queue arrives here. Nothing is dropped: a message is handled, retried, or kept as a dead letter with a reason. */
export async function consumeBatch(deps: WorkerDeps, batch: MessageBatch): Promise<void> {
  const queue = batch.queue.replace(/-(staging|production)$/, "");
  for (const message of batch.messages) {
    if (queue.endsWith("-dead-letters")) await bury(deps, queue.replace(/-dead-letters$/, ""), message, "retries used up");
    else await consumeOne(deps, queue, message);
  }
}

async function consumeOne(deps: WorkerDeps, queue: string, message: Message): Promise<void> {
  const result = queueMessageSchema.safeParse(message.body);
  if (!result.success) {
    const issue = result.error.issues[0];
    await bury(deps, queue, message, `malformed: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
    return;
  }
  const startedAt = deps.clock.now();
  const log = (outcome: "acked" | "retried" | "ignored", reason?: string) => {
    const durationMs = deps.clock.now() - startedAt;
    const kind = result.data.event.type;
    deps.logger.info({
      event: "queue.message",
      queue,
      messageId: message.id,
      kind,
      attempt: message.attempts,
      outcome,
      reason,
      durationMs,
    });
  };
  const claim = await claimMessage(deps.env.DB, result.data.key, startedAt, leaseMs);
  if (claim === "done") {
    await markDelivered(deps.env.DB, [result.data.key]);
    message.ack();
    log("ignored", "handled before");
    return;
  }
  if (claim === "busy") {
    message.retry({ delaySeconds: 30 });
    log("retried", "another consumer works on it");
    return;
  }
  try {
    await handle(deps, result.data);
    await finishMessage(deps.env.DB, result.data.key, deps.clock.now());
    message.ack();
    log("acked");
  } catch (error) {
    await releaseMessage(deps.env.DB, result.data.key);
    message.retry({ delaySeconds: Math.min(maxRetryDelaySeconds, 2 ** message.attempts * 5) });
    log("retried", String(error));
  }
}

async function handle(deps: WorkerDeps, message: QueueMessage): Promise<void> {
  const ctx: ServiceContext = contextForMessage(deps, message);
  await handleEvent(deps, ctx, message);
}

async function bury({ env, clock, logger }: WorkerDeps, queue: string, message: Message, reason: string): Promise<void> {
  const result = queueMessageSchema.safeParse(message.body);
  const workspaceId = result.success ? result.data.workspaceId : nobody;
  const body = JSON.stringify(message.body) ?? "null";
  await recordDeadLetter(env.DB, {
    id: `dlq_${message.id}`,
    workspaceId,
    queue,
    body: body.slice(0, 100_000),
    reason,
    createdAt: clock.now(),
  });
  if (result.success) await markDelivered(env.DB, [result.data.key]);
  logger.error({ event: "queue.dead-letter", queue, messageId: message.id, reason });
  message.ack();
}
