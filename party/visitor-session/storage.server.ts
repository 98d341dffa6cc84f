import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { RecentEvent, Visit } from "#app/domain/collect/ports.ts";
import type { Running } from "./state.ts";

const tables = [
  `create table if not exists sessions (id text primary key, state text not null, opened_at integer not null,
     last_received_at integer not null, events integer not null default 0, bytes integer not null default 0, follows_id text,
     ended_by text, visit text not null, user_ref text, is_returning integer not null, idle_ms integer not null)`,
  "create table if not exists batches (seq integer primary key, session_id text not null, body text not null)",
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

/** The part of the one that goes on which each batch is placed by. */
export function runningIn(sql: SqlStorage): Running | undefined {
  const rows = sql.exec("select id, opened_at, last_received_at, events, bytes from sessions where state = 'open' order by id limit 1");
  const [row] = rows.raw<[string, number, number, number, number]>();
  if (row === undefined) return undefined;
  const [id, openedAt, lastReceivedAt, events, bytes] = row;
  return { id, openedAt, lastReceivedAt, events, bytes };
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

/** Which of these were never seen before, each once; from now on they were. */
export function firstSeen(sql: SqlStorage, ids: readonly string[], receivedAt: number): Set<string> {
  const rows = sql.exec<{ id: string }>(
    "insert or ignore into seen (id, received_at) select value, ?1 from json_each(?2) returning id",
    receivedAt,
    JSON.stringify(ids),
  );
  return new Set([...rows.raw<[string]>()].map(([id]) => id));
}

/** One row a batch, however many events are in it: `text` is their JSON. */
type Coming = { text: string; events: number; userRef: string | undefined; receivedAt: number };

export function addEvents(sql: SqlStorage, sessionId: string, { text, events, userRef, receivedAt }: Coming): void {
  sql.exec("insert into batches (session_id, body) values (?, ?)", sessionId, text);
  sql.exec(
    `update sessions set events = events + ?2, bytes = bytes + ?3, last_received_at = max(last_received_at, ?4),
       user_ref = coalesce(?5, user_ref) where id = ?1`,
    sessionId,
    events,
    text.length,
    receivedAt,
    userRef ?? null,
  );
}

/** By when they happened; what happened at once, as it came. */
export function eventsOf(sql: SqlStorage, sessionId: string): KeptEvent[] {
  return sql
    .exec<{ body: string }>("select body from batches where session_id = ? order by seq", sessionId)
    .toArray()
    .flatMap(({ body }) => JSON.parse(body) as KeptEvent[])
    .toSorted((one, other) => one.at - other.at);
}

export function dropSession(sql: SqlStorage, id: string): void {
  sql.exec("delete from batches where session_id = ?", id);
  sql.exec("delete from sessions where id = ?", id);
}

export function countEvents(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("select coalesce(sum(events), 0) as n from sessions").one().n;
}

/** What the site has not heard yet; each number of it is told once. `path`: where the visitor was last, when they went on. */
export type News = {
  accepted: number;
  duplicates: number;
  bots: number;
  lagsMs: number[];
  recent: RecentEvent[];
  closed: string[];
  path?: string | undefined;
};
export type Told = News & { seq: number };

function noNews(): News {
  return { accepted: 0, duplicates: 0, bots: 0, lagsMs: [], recent: [], closed: [] };
}

const mostRecent = 10;

export function addNews(kv: SyncKvStorage, more: Partial<News>): void {
  const news = kv.get<News>("news") ?? noNews();
  kv.put("news", {
    accepted: news.accepted + (more.accepted ?? 0),
    duplicates: news.duplicates + (more.duplicates ?? 0),
    bots: news.bots + (more.bots ?? 0),
    lagsMs: [...news.lagsMs, ...(more.lagsMs ?? [])].slice(-mostRecent),
    recent: [...news.recent, ...(more.recent ?? [])].slice(-mostRecent),
    closed: [...news.closed, ...(more.closed ?? [])],
    path: more.path ?? news.path,
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
