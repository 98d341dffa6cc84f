/** One text that holds secrets, and the place they were sealed for. */
export type SealedRow = { row: number; text: string; place: string };
type SealedColumn = { name: string; select: string; update: string };

const pageSize = 100;

/**
 * Every stored text that may hold an envelope which somebody still opens: mails that wait or failed, and kept answers.
 * What was delivered is never opened again and goes with its old key.
 */
export const sealedColumns: readonly SealedColumn[] = [
  {
    name: "outbox.event",
    select: `select rowid as row, event as text, 'mail:' || workspace_id as place from outbox
             where rowid > ?1 and due_at is not null and instr(event, '"v1.') > 0 order by rowid limit ?2`,
    update: "update outbox set event = ?3 where rowid = ?1 and event = ?2",
  },
  {
    name: "channels.sealed_tokens",
    select: `select rowid as row, sealed_tokens as text, 'channel:' || id as place from channels
             where rowid > ?1 and sealed_tokens is not null order by rowid limit ?2`,
    update: "update channels set sealed_tokens = ?3 where rowid = ?1 and sealed_tokens = ?2",
  },
  {
    name: "ai_providers.sealed_key",
    select: `select rowid as row, sealed_key as text, 'ai-provider:' || id as place from ai_providers
             where rowid > ?1 and sealed_key is not null order by rowid limit ?2`,
    update: "update ai_providers set sealed_key = ?3 where rowid = ?1 and sealed_key = ?2",
  },
  {
    name: "triggers.sealed_secret",
    select: `select rowid as row, sealed_secret as text, 'trigger:' || id as place from triggers
             where rowid > ?1 and sealed_secret is not null order by rowid limit ?2`,
    update: "update triggers set sealed_secret = ?3 where rowid = ?1 and sealed_secret = ?2",
  },
  {
    name: "dead_letters.body",
    select: `select rowid as row, body as text, 'mail:' || workspace_id as place from dead_letters
             where rowid > ?1 and workspace_id <> 'none' and instr(body, '"v1.') > 0 order by rowid limit ?2`,
    update: "update dead_letters set body = ?3 where rowid = ?1 and body = ?2",
  },
  {
    name: "idempotency_keys.body",
    select: `select rowid as row, body as text, 'answer:' || workspace_id || ':' || key as place from idempotency_keys
             where rowid > ?1 and body is not null order by rowid limit ?2`,
    update: "update idempotency_keys set body = ?3 where rowid = ?1 and body = ?2",
  },
  {
    name: "delegation_hooks.sealed_token",
    select: `select rowid as row, sealed_token as text, 'delegation-hook:' || workspace_id as place from delegation_hooks
             where rowid > ?1 and sealed_token is not null order by rowid limit ?2`,
    update: "update delegation_hooks set sealed_token = ?3 where rowid = ?1 and sealed_token = ?2",
  },
  {
    name: "delegation_hooks.sealed_credentials",
    select: `select rowid as row, sealed_credentials as text, 'delegation-hook:' || workspace_id as place from delegation_hooks
             where rowid > ?1 and sealed_credentials is not null order by rowid limit ?2`,
    update: "update delegation_hooks set sealed_credentials = ?3 where rowid = ?1 and sealed_credentials = ?2",
  },
];

/** The envelopes in a text, also deep inside JSON: their letters need no escaping there. */
export function envelopesIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.-])v1\.[\w-]{1,32}\.[\w-]{16}\.[\w-]{22,}/g)].map(([envelope]) => envelope);
}

/** All rows of a column, a page at a time. */
export async function* readSealed(d1: D1Database, column: SealedColumn): AsyncGenerator<SealedRow[], void> {
  let lastRow = 0;
  for (;;) {
    const { results } = await d1.prepare(column.select).bind(lastRow, pageSize).all<SealedRow>();
    if (results.length === 0) return;
    yield results;
    lastRow = results.at(-1)?.row ?? lastRow;
  }
}

/** Writes the texts back where nobody changed them since they were read; says how many that were. */
export async function replaceSealed(d1: D1Database, column: SealedColumn, changes: { row: SealedRow; text: string }[]): Promise<number> {
  if (changes.length === 0) return 0;
  const results = await d1.batch(changes.map(({ row, text }) => d1.prepare(column.update).bind(row.row, row.text, text)));
  return results.reduce((sum, result) => sum + result.meta.changes, 0);
}
