import type { OutboxRecord } from "./write-context.ts";

type OutboxRow = { id: string; workspace_id: string; event: string; attempts: number };
export type DueRecord<Event> = OutboxRecord<Event> & { attempts: number };

const claimMs = 60_000;
const maxDoublings = 6;
const baseDelayMs = 5_000;
const maxDelayMs = 3_600_000;

/**
 * Takes events that are due and puts their next date ahead, each time further, so that a second sweep leaves them alone
 * meanwhile and one whose consumer is slow is not sent again and again.
 */
export async function claimDue<Event>(d1: D1Database, nowMs: number, limit: number): Promise<DueRecord<Event>[]> {
  const { results } = await d1
    .prepare(
      `update outbox set due_at = ?2 + ?1 * (1 << min(attempts, ${maxDoublings})), attempts = attempts + 1
       where id in (select id from outbox where due_at <= ?2 order by due_at, id limit ?3)
       returning id, workspace_id, event, attempts`,
    )
    .bind(claimMs, nowMs, limit)
    .all<OutboxRow>();
  return results
    .map((row) => ({ id: row.id, workspaceId: row.workspace_id, event: JSON.parse(row.event) as Event, attempts: row.attempts }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Nothing is left to do for these: rooms were told, or the consumer of their queue has finished. */
export async function markDelivered(d1: D1Database, ids: string[]): Promise<void> {
  await d1
    .prepare("update outbox set due_at = null, last_error = null where id in (select value from json_each(?))")
    .bind(JSON.stringify(ids))
    .run();
}

/** Later and later, up to an hour apart. */
export async function postpone(d1: D1Database, record: { id: string; attempts: number }, reason: string, nowMs: number): Promise<void> {
  const delayMs = Math.min(maxDelayMs, baseDelayMs * 2 ** record.attempts);
  await d1
    .prepare("update outbox set due_at = ?, last_error = ? where id = ?")
    .bind(nowMs + delayMs, reason.slice(0, 500), record.id)
    .run();
}
