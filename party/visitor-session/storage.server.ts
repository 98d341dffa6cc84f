import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { RecentEvent, Visit } from "#app/domain/collect/ports.ts";
import type { Running } from "./state.ts";

const tables = [
  `create table if not exists sessions (id text primary key, state text not null, opened_at integer not null,
     last_received_at integer not null, events integer not null default 0, bytes integer not null default 0, follows_id text,
     ended_by text, visit text not null, user_ref text, is_returning integer not null, idle_ms integer not null)`,
  `create table if not exists events (seq integer primary key autoincrement, id text not null, session_id text not null,
     at integer not null, body text not null)`,
  "create index if not exists events_session on events (session_id)",
  "create table if not exists seen (id text primary key, received_at integer not null) without rowid",
];

export function createTables(sql: SqlStorage): void {
  for (const table of tables) sql.exec(table);
}

type SessionRow = {
  id: string;
  state: string;
  opened_at: number;
  last_received_at: number;
  events: number;
  bytes: number;
  follows_id: string | null;
  ended_by: string | null;
  visit: string;
  user_ref: string | null;
  is_returning: number;
  idle_ms: number;
};

export type StoredSession = Running & {
  state: "open" | "ending";
  followsId: string | null;
  endedBy: "idle" | "cap";
  visit: Visit;
  userRef: string | null;
  isReturning: boolean;
  idleMs: number;
};

function toSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    state: row.state === "open" ? "open" : "ending",
    openedAt: row.opened_at,
    lastReceivedAt: row.last_received_at,
    events: row.events,
    bytes: row.bytes,
    followsId: row.follows_id,
    endedBy: row.ended_by === "cap" ? "cap" : "idle",
    // Written by this object alone, a moment or a day ago.
    visit: JSON.parse(row.visit) as Visit,
    userRef: row.user_ref,
    isReturning: row.is_returning === 1,
    idleMs: row.idle_ms,
  };
}

export function sessionsIn(sql: SqlStorage, state: "open" | "ending"): StoredSession[] {
  return sql.exec<SessionRow>("select * from sessions where state = ? order by id", state).toArray().map(toSession);
}

type Opening = { id: string; openedAt: number; followsId: string | null; visit: Visit; isReturning: boolean; idleMs: number };

export function openSession(sql: SqlStorage, { id, openedAt, followsId, visit, isReturning, idleMs }: Opening): void {
  sql.exec(
    `insert into sessions (id, state, opened_at, last_received_at, follows_id, visit, is_returning, idle_ms)
     values (?, 'open', ?, ?, ?, ?, ?, ?)`,
    id,
    openedAt,
    openedAt,
    followsId,
    JSON.stringify(visit),
    isReturning ? 1 : 0,
    idleMs,
  );
}

export function endSession(sql: SqlStorage, id: string, endedBy: "idle" | "cap"): void {
  sql.exec("update sessions set state = 'ending', ended_by = ? where id = ?", endedBy, id);
}

/** Those that were never seen before; nothing is written here yet. */
export function unseen(sql: SqlStorage, events: readonly KeptEvent[]): KeptEvent[] {
  const first = [...new Map(events.toReversed().map((event) => [event.id, event])).values()].toReversed();
  const ids = JSON.stringify(first.map(({ id }) => id));
  const rows = sql.exec<{ id: string }>("select id from seen where id in (select value from json_each(?))", ids).toArray();
  const known = new Set(rows.map(({ id }) => id));
  return first.filter(({ id }) => !known.has(id));
}

export function addEvents(sql: SqlStorage, sessionId: string, events: readonly (KeptEvent & { text: string })[], receivedAt: number): void {
  const rows = JSON.stringify(events.map(({ id, at, text }) => [id, at, text]));
  sql.exec(
    `insert into events (id, session_id, at, body)
     select json_extract(value, '$[0]'), ?1, json_extract(value, '$[1]'), json_extract(value, '$[2]') from json_each(?2)`,
    sessionId,
    rows,
  );
  sql.exec("insert or ignore into seen (id, received_at) select json_extract(value, '$[0]'), ?1 from json_each(?2)", receivedAt, rows);
  const bytes = events.reduce((sum, { text }) => sum + text.length, 0);
  const userRef = events.findLast(({ userRef: name }) => name !== undefined)?.userRef ?? null;
  sql.exec(
    `update sessions set events = events + ?2, bytes = bytes + ?3, last_received_at = max(last_received_at, ?4),
       user_ref = coalesce(?5, user_ref) where id = ?1`,
    sessionId,
    events.length,
    bytes,
    receivedAt,
    userRef,
  );
}

export function eventsOf(sql: SqlStorage, sessionId: string): KeptEvent[] {
  return sql
    .exec<{ body: string }>("select body from events where session_id = ? order by at, seq", sessionId)
    .toArray()
    .map(({ body }) => JSON.parse(body) as KeptEvent);
}

export function dropSession(sql: SqlStorage, id: string): void {
  sql.exec("delete from events where session_id = ?", id);
  sql.exec("delete from sessions where id = ?", id);
}

export function countEvents(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("select count(*) as n from events").one().n;
}

/** What the site has not heard yet; each number of it is told once. */
export type News = { accepted: number; duplicates: number; bots: number; lagsMs: number[]; recent: RecentEvent[]; closed: string[] };
export type Told = News & { seq: number };

function noNews(): News {
  return { accepted: 0, duplicates: 0, bots: 0, lagsMs: [], recent: [], closed: [] };
}

const mostRecent = 20;

export function addNews(kv: SyncKvStorage, more: Partial<News>): void {
  const news = kv.get<News>("news") ?? noNews();
  kv.put("news", {
    accepted: news.accepted + (more.accepted ?? 0),
    duplicates: news.duplicates + (more.duplicates ?? 0),
    bots: news.bots + (more.bots ?? 0),
    lagsMs: [...news.lagsMs, ...(more.lagsMs ?? [])].slice(-mostRecent),
    recent: [...news.recent, ...(more.recent ?? [])].slice(-mostRecent),
    closed: [...news.closed, ...(more.closed ?? [])],
  });
}

/** The same again until it was heard: what came meanwhile waits for the next time. */
export function nextToTell(kv: SyncKvStorage, nowMs: number): Told | undefined {
  const under = kv.get<Told>("telling");
  if (under !== undefined) return under;
  const news = kv.get<News>("news");
  if (news === undefined) return undefined;
  // By the clock: an object that was emptied meanwhile does not begin at one again.
  const seq = Math.max(nowMs, (kv.get<number>("toldSeq") ?? 0) + 1);
  const told = { ...news, seq };
  kv.put("telling", told);
  kv.put("toldSeq", seq);
  kv.delete("news");
  return told;
}
