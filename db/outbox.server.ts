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
  if (ids.length === 0) return;
  await d1
    .prepare("update outbox set due_at = null, last_error = null, asks_for = null where id in (select value from json_each(?))")
    .bind(JSON.stringify(ids))
    .run();
}

/**
 * As if it had just been committed: due like any other, with all its attempts, and not taken for the one that was
 * handled before. Its row may have been cleared; one that is still there holds the same event.
 */
export async function renewEvent<Event>(d1: D1Database, { id, workspaceId, event }: OutboxRecord<Event>, nowMs: number): Promise<void> {
  await d1.batch([
    d1.prepare("delete from handled_messages where id = ?").bind(id),
    d1
      .prepare(
        `insert into outbox (id, workspace_id, event, created_at, due_at) values (?1, ?2, ?3, ?4, ?5)
         on conflict (id) do update set due_at = ?5, attempts = 0, last_error = null`,
      )
      .bind(id, workspaceId, JSON.stringify(event), nowMs, nowMs + claimMs),
  ]);
}

/** Later and later, up to an hour apart. */
export async function postpone(d1: D1Database, record: { id: string; attempts: number }, reason: string, nowMs: number): Promise<void> {
  const delayMs = Math.min(maxDelayMs, baseDelayMs * 2 ** record.attempts);
  await d1
    .prepare("update outbox set due_at = ?, last_error = ? where id = ?")
    .bind(nowMs + delayMs, reason.slice(0, 500), record.id)
    .run();
}
