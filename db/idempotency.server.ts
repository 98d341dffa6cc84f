export type StoredAnswer = { status: number; body: string };
export type IdempotencyClaim = { kind: "run" } | { kind: "replay"; answer: StoredAnswer } | { kind: "different" } | { kind: "running" };

type Row = { fingerprint: string; status: number | null; body: string | null };
const leaseMs = 60_000;

/** The first request with a key runs; the same one again gets the stored answer; another one under the key is refused. */
export async function claimIdempotencyKey(
  d1: D1Database,
  request: { workspaceId: string; key: string; fingerprint: string; nowMs: number },
): Promise<IdempotencyClaim> {
  const { workspaceId, key, fingerprint, nowMs } = request;
  const claimed = await d1
    .prepare(
      `insert into idempotency_keys (workspace_id, key, fingerprint, lease_until, created_at) values (?1, ?2, ?3, ?4, ?5)
       on conflict (workspace_id, key) do update set lease_until = ?4
       where status is null and lease_until < ?5 and fingerprint = ?3
       returning key`,
    )
    .bind(workspaceId, key, fingerprint, nowMs + leaseMs, nowMs)
    .first();
  if (claimed !== null) return { kind: "run" };
  const row = await d1
    .prepare("select fingerprint, status, body from idempotency_keys where workspace_id = ? and key = ?")
    .bind(workspaceId, key)
    .first<Row>();
  if (row === null || row.fingerprint !== fingerprint) return { kind: "different" };
  if (row.status === null || row.body === null) return { kind: "running" };
  return { kind: "replay", answer: { status: row.status, body: row.body } };
}

export async function storeAnswer(d1: D1Database, request: { workspaceId: string; key: string }, answer: StoredAnswer): Promise<void> {
  await d1
    .prepare("update idempotency_keys set status = ?, body = ? where workspace_id = ? and key = ?")
    .bind(answer.status, answer.body, request.workspaceId, request.key)
    .run();
}

/** After a fault of ours the same key may try again. */
export async function dropClaim(d1: D1Database, request: { workspaceId: string; key: string }): Promise<void> {
  await d1
    .prepare("delete from idempotency_keys where workspace_id = ? and key = ? and status is null")
    .bind(request.workspaceId, request.key)
    .run();
}
