export type Claim = "claimed" | "done" | "busy";

/**
 * One consumer works on a message at a time; a claim that was never finished runs out and is taken up again.
 * Messages that ask for the same work are claimed together. From here on who asks for it is not served by them any more.
 */
export async function claimMessages(d1: D1Database, ids: string[], nowMs: number, leaseMs: number): Promise<Map<string, Claim>> {
  const list = JSON.stringify(ids);
  const [claimed] = await d1.batch<{ id: string }>([
    d1
      .prepare(
        `insert into handled_messages (id, lease_until) select value, ?2 from json_each(?1) where true
         on conflict (id) do update set lease_until = ?2 where done_at is null and lease_until < ?3
         returning id`,
      )
      .bind(list, nowMs + leaseMs, nowMs),
    d1.prepare("update outbox set asks_for = null where id in (select value from json_each(?)) and asks_for is not null").bind(list),
  ]);
  const claims = new Map<string, Claim>(claimed?.results.map(({ id }) => [id, "claimed"]));
  const others = ids.filter((id) => !claims.has(id));
  if (others.length === 0) return claims;
  const { results } = await d1
    .prepare("select id, done_at from handled_messages where id in (select value from json_each(?))")
    .bind(JSON.stringify(others))
    .all<{ id: string; done_at: number | null }>();
  for (const { id, done_at: doneAt } of results) claims.set(id, doneAt === null ? "busy" : "done");
  return claims;
}

/** The messages are handled, and with them the events of the outbox that they carried. */
export async function finishMessages(d1: D1Database, ids: string[], nowMs: number): Promise<void> {
  const list = JSON.stringify(ids);
  await d1.batch([
    d1.prepare("update handled_messages set done_at = ? where id in (select value from json_each(?))").bind(nowMs, list),
    d1.prepare("update outbox set due_at = null, last_error = null where id in (select value from json_each(?))").bind(list),
  ]);
}

/** Given up for now: the next delivery may claim them at once. */
export async function releaseMessages(d1: D1Database, ids: string[]): Promise<void> {
  await d1
    .prepare("update handled_messages set lease_until = 0 where id in (select value from json_each(?)) and done_at is null")
    .bind(JSON.stringify(ids))
    .run();
}

type DeadLetter = { id: string; workspaceId: string; queue: string; body: string; reason: string; createdAt: number };

export async function recordDeadLetter(d1: D1Database, letter: DeadLetter): Promise<void> {
  await d1
    .prepare("insert or ignore into dead_letters (id, workspace_id, queue, body, reason, created_at) values (?, ?, ?, ?, ?, ?)")
    .bind(letter.id, letter.workspaceId, letter.queue, letter.body, letter.reason, letter.createdAt)
    .run();
}
