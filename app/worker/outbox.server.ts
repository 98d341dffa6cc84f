import { eventRoutes, type DomainEvent } from "#app/domain/events.ts";
import { chunks } from "#app/platform/chunks.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { createSpacing } from "#app/platform/spacing.ts";
import { recordDeadLetter } from "#db/messages.server.ts";
import { claimDue, markDelivered, postpone, renewEvent } from "#db/outbox.server.ts";
import type { OutboxRecord } from "#db/write-context.ts";
import { encodeQueueMessage } from "./queues/message.ts";
import { queueNamed, type QueueName } from "./queues/queues.server.ts";

type Record = OutboxRecord<DomainEvent>;
type Deps = { env: Env; clock: Clock; logger: Logger };

const sweepSize = 200;
const maxAttempts = 12;
const queueBatchSize = 100;

/** In a storm of notices many soon name the same things. The first is not kept waiting; those behind it are read together. */
const readings = createSpacing(2_000);

/** Committed in this isolate and not yet carried on. Lost with the isolate, but never with the outbox: the sweep finds them. */
let waiting: Record[] = [];
let drainingSinceMs: number | undefined;
/** A request that ends in the middle of a delivery never comes back to say so: after this another one takes over. */
const drainLimitMs = 30_000;

/** Right after a commit. Many commits share one round trip to each room and queue. */
export async function carryOn(deps: Deps, records: Record[]): Promise<void> {
  waiting.push(...records);
  if (drainingSinceMs !== undefined && deps.clock.now() - drainingSinceMs < drainLimitMs) return;
  try {
    while (waiting.length > 0) {
      drainingSinceMs = deps.clock.now();
      const batch = waiting;
      waiting = [];
      await deliver(deps, batch);
      await markDelivered(
        deps.env.DB,
        batch.filter((record) => !isQueued(record)).map((record) => record.id),
      );
    }
  } catch (error) {
    deps.logger.warn({ event: "outbox.failed", count: 1, error });
  } finally {
    drainingSinceMs = undefined;
  }
}

/** Every minute: whatever was left behind by a crash or a fault, one by one so that a bad one holds up nobody. */
export async function sweepOutbox(deps: Deps): Promise<number> {
  const due = await claimDue<DomainEvent>(deps.env.DB, deps.clock.now(), sweepSize);
  for (const record of due) {
    try {
      await deliver(deps, [record]);
      if (!isQueued(record)) await markDelivered(deps.env.DB, [record.id]);
    } catch (error) {
      deps.logger.warn({ event: "outbox.failed", count: 1, attempt: record.attempts, error });
      if (record.attempts >= maxAttempts) await giveUp(deps, record, error);
      else await postpone(deps.env.DB, record, String(error), deps.clock.now());
    }
  }
  return due.length;
}

async function giveUp({ env, clock }: Deps, record: Record, error: unknown): Promise<void> {
  const { id, workspaceId, event } = record;
  const body = JSON.stringify(encodeQueueMessage(record));
  await recordDeadLetter(env.DB, {
    id,
    workspaceId,
    queue: "processing",
    body,
    reason: `${event.type}: ${String(error)}`,
    createdAt: clock.now(),
  });
  await markDelivered(env.DB, [id]);
}

/** Once more from the beginning, for an event that had been given up. */
export async function redeliver(deps: Deps, record: Record): Promise<void> {
  await renewEvent(deps.env.DB, record, deps.clock.now());
  await deliver(deps, [record]);
  if (!isQueued(record)) await markDelivered(deps.env.DB, [record.id]);
}

/**
 * An event in a queue stays due until its consumer has finished: a queue that loses what it holds, as the local one does
 * when it is killed, then costs a minute and no event. Consumers drop what they have handled.
 */
function isQueued({ event }: Record): boolean {
  return eventRoutes[event.type].some((route) => route !== "room");
}

/** To wherever the events' kinds go: rooms, queues or both. */
async function deliver(deps: Deps, records: Record[]): Promise<void> {
  const { env, clock, logger } = deps;
  const startedAt = clock.now();
  const forRooms = Map.groupBy(
    records.filter((record) => eventRoutes[record.event.type].includes("room")),
    (record) => record.workspaceId,
  );
  const rooms = [...forRooms].map(([workspaceId, group]) =>
    env.WORKSPACE_LIVE.get(env.WORKSPACE_LIVE.idFromName(workspaceId)).publish(group.map(({ id, event }) => ({ id, event }))),
  );
  await Promise.all([
    ...rooms,
    ...toQueue(deps, "processing", records),
    ...toQueue(deps, "export", records),
    ...toQueue(deps, "sync", records),
    ...toQueue(deps, "interaction", records),
  ]);
  logger.info({ event: "outbox.dispatched", count: records.length, durationMs: clock.now() - startedAt });
}

function toQueue({ env, clock }: Pick<Deps, "env" | "clock">, name: QueueName, records: Record[]): Promise<unknown>[] {
  const messages = records
    .filter((record) => eventRoutes[record.event.type].includes(name))
    .map((record) => ({ body: encodeQueueMessage(record), ...delayOf(record, clock.now()) }));
  return chunks(messages, queueBatchSize).map((part) => queueNamed(env, name).sendBatch(part));
}

function delayOf({ event }: Record, nowMs: number): { delaySeconds?: number } {
  const waitMs = event.type === "channel.notices-arrived" ? readings(event.channelId, nowMs) : 0;
  return waitMs === 0 ? {} : { delaySeconds: Math.ceil(waitMs / 1_000) };
}
