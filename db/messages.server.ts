export type Claim = "claimed" | "done" | "busy";

/** One consumer works on a message at a time; a claim that was never finished runs out and is taken up again. */
export async function claimMessage(d1: D1Database, id: string, nowMs: number, leaseMs: number): Promise<Claim> {
  const claimed = await d1
    .prepare(
      `insert into handled_messages (id, lease_until) values (?1, ?2)
       on conflict (id) do update set lease_until = ?2 where done_at is null and lease_until < ?3
       returning id`,
    )
    .bind(id, nowMs + leaseMs, nowMs)
    .first();
  if (claimed !== null) return "claimed";
  const row = await d1.prepare("select done_at from handled_messages where id = ?").bind(id).first<{ done_at: number | null }>();
  return row?.done_at == null ? "busy" : "done";
}

/** The message is handled, and with it the event of the outbox that it carried. */
export async function finishMessage(d1: D1Database, id: string, nowMs: number): Promise<void> {
  await d1.batch([
    d1.prepare("update handled_messages set done_at = ? where id = ?").bind(nowMs, id),
    d1.prepare("update outbox set due_at = null, last_error = null where id = ?").bind(id),
  ]);
}

/** Given up for now: the next delivery may claim it at once. */
export async function releaseMessage(d1: D1Database, id: string): Promise<void> {
  await d1.prepare("update handled_messages set lease_until = 0 where id = ? and done_at is null").bind(id).run();
}

type DeadLetter = { id: string; workspaceId: string; queue: string; body: string; reason: string; createdAt: number };

export async function recordDeadLetter(d1: D1Database, letter: DeadLetter): Promise<void> {
  await d1
    .prepare("insert or ignore into dead_letters (id, workspace_id, queue, body, reason, created_at) values (?, ?, ?, ?, ?, ?)")
    .bind(letter.id, letter.workspaceId, letter.queue, letter.body, letter.reason, letter.createdAt)
    .run();
}
