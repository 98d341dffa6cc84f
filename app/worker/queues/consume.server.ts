import { claimMessages, finishMessages, recordDeadLetter, releaseMessages } from "#db/messages.server.ts";
import { markDelivered } from "#db/outbox.server.ts";
import type { WorkerDeps } from "../context.server.ts";
import { contextForMessage } from "../context.server.ts";
import { giveUpOn, handleEvent, sharedWork } from "./handle-event.server.ts";
import { type QueueMessage, queueMessageSchema } from "./message.ts";

const leaseMs = 60_000;
const maxRetryDelaySeconds = 600;
/** Where messages land that name no workspace: seen by operations, by no tenant. */
const nobody = "none";

type Known = { message: Message; body: QueueMessage };

/** Every queue arrives here. Nothing is dropped: a message is handled, retried, or kept as a dead letter with a reason. */
export async function consumeBatch(deps: WorkerDeps, batch: MessageBatch): Promise<void> {
  const queue = batch.queue.replace(/-(staging|production)$/, "");
  const known: Known[] = [];
  for (const message of batch.messages) {
    const result = queueMessageSchema.safeParse(message.body);
    if (queue.endsWith("-dead-letters")) await giveUp(deps, queue.replace(/-dead-letters$/, ""), message);
    else if (result.success) known.push({ message, body: result.data });
    else await bury(deps, queue, message, malformed(result.error.issues[0]));
  }
  const groups = Map.groupBy(known, ({ message, body }) => sharedWork(body) ?? message.id);
  for (const group of groups.values()) await consumeTogether(deps, queue, group);
}

function malformed(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return `malformed: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
}

/** Messages that are done with once their work was done after all of them were sent. Mostly it is one. */
async function consumeTogether(deps: WorkerDeps, queue: string, group: Known[]): Promise<void> {
  const { DB } = deps.env;
  const startedAt = deps.clock.now();
  const log = (some: Known[], outcome: "acked" | "retried" | "ignored", reason?: string) => {
    const [first] = some;
    if (first === undefined) return;
    const messageIds = some.map(({ message }) => message.id);
    const { body, message } = first;
    const durationMs = deps.clock.now() - startedAt;
    deps.logger.info({
      event: "queue.message",
      queue,
      messageIds,
      kind: body.event.type,
      attempt: message.attempts,
      outcome,
      reason,
      durationMs,
    });
  };
  const keysOf = (some: Known[]) => some.map(({ body }) => body.key);
  const claims = await claimMessages(DB, keysOf(group), startedAt, leaseMs);
  const claimed = group.filter(({ body }) => claims.get(body.key) === "claimed");
  const done = group.filter(({ body }) => claims.get(body.key) === "done");
  await markDelivered(DB, keysOf(done));
  for (const { message } of done) message.ack();
  log(done, "ignored", "handled before");
  const busy = group.filter((some) => !claimed.includes(some) && !done.includes(some));
  for (const { message } of busy) message.retry({ delaySeconds: 30 });
  log(busy, "retried", "another consumer works on it");
  const [first] = claimed;
  if (first === undefined) return;
  try {
    await handleEvent(deps, contextForMessage(deps, first.body), first.body);
    await finishMessages(DB, keysOf(claimed), deps.clock.now());
    for (const { message } of claimed) message.ack();
    log(claimed, "acked");
  } catch (error) {
    await releaseMessages(DB, keysOf(claimed));
    for (const { message } of claimed) message.retry({ delaySeconds: Math.min(maxRetryDelaySeconds, 2 ** message.attempts * 5) });
    log(claimed, "retried", String(error));
  }
}

async function giveUp(deps: WorkerDeps, queue: string, message: Message): Promise<void> {
  const result = queueMessageSchema.safeParse(message.body);
  const isTold = result.success && (await giveUpOn(contextForMessage(deps, result.data), result.data));
  if (!isTold) return bury(deps, queue, message, "retries used up");
  await markDelivered(deps.env.DB, [result.data.key]);
  deps.logger.error({ event: "queue.given-up", queue, messageId: message.id, kind: result.data.event.type });
  message.ack();
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
