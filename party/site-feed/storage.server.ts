import type { Letter, NewLetter, OpenSession, Period, RecentEvent, SiteCounts, SiteIngest } from "#app/domain/collect/ports.ts";
import { letterStates } from "#app/domain/collect/kinds.ts";

const tables = [
  "create table if not exists counts (name text not null, day integer not null, n integer not null, primary key (name, day)) without rowid",
  "create table if not exists told (visitor text primary key, seq integer not null, at integer not null) without rowid",
  `create table if not exists open_sessions (id text primary key, visitor text not null, started_at integer not null,
     last_at integer not null, events integer not null, body text not null) without rowid`,
  "create index if not exists open_sessions_last on open_sessions (last_at)",
  "create table if not exists recent (seq integer primary key autoincrement, lag_ms integer, body text not null)",
  `create table if not exists letters (id text primary key, at integer not null, visitor text not null, reason text not null,
     state text not null, resolved_at integer, body text not null) without rowid`,
  "create index if not exists letters_visitor on letters (visitor)",
  "create table if not exists beginnings (id integer primary key check (id = 1), at integer not null)",
  "create table if not exists salts (day text primary key, salt text not null) without rowid",
];
const mostRecent = 50;
/** A page that is broken sends the same wrong event for ever: beyond these they are counted, and not kept. */
const mostLetters = 5_000;
const dayMs = 24 * 3_600_000;

export function createTables(sql: SqlStorage): void {
  for (const table of tables) sql.exec(table);
}

function dayOf(nowMs: number): number {
  return Math.floor(nowMs / dayMs);
}

export function addCount(sql: SqlStorage, name: string, n: number, nowMs: number): void {
  if (n === 0) return;
  sql.exec("insert or ignore into beginnings (id, at) values (1, ?)", nowMs);
  sql.exec("insert into counts (name, day, n) values (?1, ?2, ?3) on conflict do update set n = n + ?3", name, dayOf(nowMs), n);
}

/** False when this was heard before. */
export function hear(sql: SqlStorage, visitorKey: string, seq: number, nowMs: number): boolean {
  const rows = sql.exec(
    `insert into told (visitor, seq, at) values (?1, ?2, ?3)
     on conflict (visitor) do update set seq = ?2, at = ?3 where seq < ?2 returning seq`,
    visitorKey,
    seq,
    nowMs,
  );
  return rows.toArray().length > 0;
}

export function putOpen(sql: SqlStorage, session: OpenSession): void {
  sql.exec(
    `insert into open_sessions (id, visitor, started_at, last_at, events, body) values (?1, ?2, ?3, ?4, ?5, ?6)
     on conflict (id) do update set last_at = ?4, events = ?5, body = ?6`,
    session.id,
    session.visitorKey,
    session.startedAt,
    session.lastAt,
    session.events,
    JSON.stringify(session),
  );
}

export function dropOpen(sql: SqlStorage, ids: readonly string[]): void {
  if (ids.length > 0) sql.exec("delete from open_sessions where id in (select value from json_each(?))", JSON.stringify(ids));
}

const always: Period = { from: 0, to: Number.MAX_SAFE_INTEGER };

export function openOnes(sql: SqlStorage, limit: number, { from, to }: Period = always): OpenSession[] {
  return sql
    .exec<{ body: string }>(
      "select body from open_sessions where started_at >= ? and started_at < ? order by last_at desc, id desc limit ?",
      from,
      to,
      limit,
    )
    .toArray()
    .map(({ body }) => JSON.parse(body) as OpenSession);
}

export function addRecent(sql: SqlStorage, events: readonly RecentEvent[], lagsMs: readonly number[]): void {
  for (const [index, event] of events.entries()) {
    sql.exec("insert into recent (lag_ms, body) values (?, ?)", lagsMs[index] ?? null, JSON.stringify(event));
  }
  sql.exec("delete from recent where seq <= (select max(seq) from recent) - ?", mostRecent);
}

export function recentOnes(sql: SqlStorage, limit: number): RecentEvent[] {
  return sql
    .exec<{ body: string }>("select body from recent order by seq desc limit ?", Math.min(limit, mostRecent))
    .toArray()
    .map(({ body }) => JSON.parse(body) as RecentEvent);
}

export function forgetRecent(sql: SqlStorage, visitorKey: string): void {
  sql.exec("delete from recent where json_extract(body, '$.visitorKey') = ?", visitorKey);
  sql.exec("delete from told where visitor = ?", visitorKey);
}

export function forgetRecentOf(sql: SqlStorage, { from, to }: Period): void {
  sql.exec("delete from recent where json_extract(body, '$.at') >= ? and json_extract(body, '$.at') < ?", from, to);
}

export function addLetters(sql: SqlStorage, letters: readonly (NewLetter & { letterId: string })[], nowMs: number): void {
  const { n } = sql.exec<{ n: number }>("select count(*) as n from letters").one();
  for (const [index, letter] of letters.entries()) {
    addCount(sql, `rejected:${letter.reason}`, 1, nowMs);
    if (n + index >= mostLetters) {
      addCount(sql, "removed", 1, nowMs);
      continue;
    }
    sql.exec(
      "insert into letters (id, at, visitor, reason, state, resolved_at, body) values (?, ?, ?, ?, 'waiting', null, ?)",
      letter.letterId,
      nowMs,
      letter.visitorKey,
      letter.reason,
      JSON.stringify(letter),
    );
  }
}

type LetterRow = { id: string; state: string; resolved_at: number | null; body: string };

function toLetter(row: LetterRow, siteId: string): Letter {
  const state = letterStates.find((one) => one === row.state) ?? "waiting";
  return { ...(JSON.parse(row.body) as NewLetter), letterId: row.id, siteId, state, resolvedAt: row.resolved_at };
}

export function lettersBefore(sql: SqlStorage, siteId: string, before: string | undefined, limit: number): Letter[] {
  const rows = sql.exec<LetterRow>("select * from letters where id < ? order by id desc limit ?", before ?? "~", limit);
  return rows.toArray().map((row) => toLetter(row, siteId));
}

export function letterNamed(sql: SqlStorage, siteId: string, id: string): Letter | undefined {
  const [row] = sql.exec<LetterRow>("select * from letters where id = ?", id).toArray();
  return row === undefined ? undefined : toLetter(row, siteId);
}

export function resolveLetter(sql: SqlStorage, id: string, state: string, nowMs: number): boolean {
  const rows = sql.exec("update letters set state = ?, resolved_at = ? where id = ? and state = 'waiting' returning id", state, nowMs, id);
  return rows.toArray().length > 0;
}

/** How many that were still events of nobody else's went. */
export function removeLetters(sql: SqlStorage, which: { visitorKey: string } | Period): number {
  const rows =
    "from" in which
      ? sql.exec<{ state: string }>("delete from letters where at >= ? and at < ? returning state", which.from, which.to)
      : sql.exec<{ state: string }>("delete from letters where visitor = ? returning state", which.visitorKey);
  return rows.toArray().filter(({ state }) => state !== "redriven").length;
}

export function saltOf(sql: SqlStorage, day: string, fresh: string): string {
  sql.exec("delete from salts where day < ?", new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10));
  sql.exec("insert or ignore into salts (day, salt) values (?, ?)", day, fresh);
  return sql.exec<{ salt: string }>("select salt from salts where day = ?", day).one().salt;
}

function countsOf(rows: readonly { name: string; n: number }[]): SiteCounts {
  const of = (name: string) => rows.find((row) => row.name === name)?.n ?? 0;
  const under = (prefix: string) =>
    Object.fromEntries(rows.flatMap(({ name, n }) => (name.startsWith(prefix) ? [[name.slice(prefix.length), n]] : [])));
  return {
    accepted: of("accepted"),
    duplicates: of("duplicates"),
    bots: of("bots"),
    removed: of("removed"),
    redriven: of("redriven"),
    rejected: under("rejected:"),
    withheld: under("withheld:"),
  };
}

export function ingestOf(sql: SqlStorage, nowMs: number): SiteIngest {
  const named = (where: string, ...values: number[]) =>
    countsOf(sql.exec<{ name: string; n: number }>(`select name, sum(n) as n from counts ${where} group by name`, ...values).toArray());
  const open = sql
    .exec<{ n: number; events: number | null; last: number | null }>(
      "select count(*) as n, sum(events) as events, max(last_at) as last from open_sessions",
    )
    .one();
  const letters = sql
    .exec<{ n: number; waiting: number | null }>(
      "select count(*) as n, sum(state = 'waiting') as waiting from letters where state <> 'redriven'",
    )
    .one();
  const lags = sql
    .exec<{ lag: number }>("select lag_ms as lag from recent where lag_ms is not null order by lag_ms")
    .toArray()
    .map(({ lag }) => lag);
  const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? null;
  const heard = sql.exec<{ at: number | null }>("select max(at) as at from told").one().at;
  const since = sql.exec<{ at: number }>("select at from beginnings").toArray()[0]?.at ?? null;
  return {
    since,
    total: named(""),
    today: named("where day = ?", dayOf(nowMs)),
    openSessions: open.n,
    openEvents: open.events ?? 0,
    letters: letters.n,
    lettersWaiting: letters.waiting ?? 0,
    lastAt: open.last ?? heard,
    lagP50Ms: at(0.5),
    lagP95Ms: at(0.95),
  };
}

/** An older telling cannot come any more once its visitor's object has forgotten it. */
export function forgetTold(sql: SqlStorage, before: number): void {
  sql.exec("delete from told where at < ?", before);
}
