import { type Detection, type Measure, type Reading, type Signal, signalSchema } from "#app/domain/market/signals.ts";
import { dayMs } from "#app/domain/market/detect.ts";
import type { Wake } from "#app/domain/market/decide.ts";
import type { Stage } from "#app/domain/market/stages.ts";

/** What waits before a stage has a number; a stage has done everything up to its own. */
export type Numbered<Value> = { seq: number; arrivedAtMs: number; value: Value };

const tables = [
  `create table if not exists stages (stage text primary key, done_seq integer not null default 0, done integer not null default 0,
     errors integer not null default 0, last_error text, last_at integer)`,
  "create table if not exists ticks (stage text not null, minute integer not null, n integer not null, primary key (stage, minute))",
  "create table if not exists sources (source text primary key, after_id text, read integer not null default 0, last_at integer)",
  `create table if not exists items (seq integer primary key autoincrement, source text not null, id text not null unique,
     body text not null, arrived_at integer not null)`,
  `create table if not exists readings (seq integer primary key autoincrement, subject text not null, measure text not null,
     amount real not null, at integer not null, arrived_at integer not null)`,
  `create table if not exists counts (subject text not null, measure text not null, day integer not null, amount real not null,
     primary key (subject, measure, day)) without rowid`,
  `create table if not exists detections (seq integer primary key autoincrement, key text not null unique, kind text not null,
     subject text not null, recent real not null, usual real not null, at integer not null, outcome text not null default 'waiting')`,
  `create table if not exists wakes (seq integer primary key autoincrement, key text not null unique, agent text not null,
     body text not null, at integer not null)`,
];

export function createTables(sql: SqlStorage): void {
  for (const table of tables) sql.exec(table);
}

type StageRow = { stage: string; done_seq: number; done: number; errors: number; last_error: string | null; last_at: number | null };

export function stageRow(sql: SqlStorage, stage: Stage): StageRow {
  const [row] = sql.exec<StageRow>("select * from stages where stage = ?", stage).toArray();
  return row ?? { stage, done_seq: 0, done: 0, errors: 0, last_error: null, last_at: null };
}

const minuteMs = 60_000;
const ticksKeptMinutes = 120;

/** How far a stage is, together with what it made: both or neither. */
export function markDone(sql: SqlStorage, stage: Stage, { upTo, count, nowMs }: { upTo: number; count: number; nowMs: number }): void {
  sql.exec(
    `insert into stages (stage, done_seq, done, last_at) values (?1, ?2, ?3, ?4)
     on conflict (stage) do update set done_seq = max(done_seq, ?2), done = done + ?3, last_at = ?4`,
    stage,
    upTo,
    count,
    nowMs,
  );
  if (count === 0) return;
  sql.exec(
    "insert into ticks (stage, minute, n) values (?1, ?2, ?3) on conflict (stage, minute) do update set n = n + ?3",
    stage,
    Math.floor(nowMs / minuteMs),
    count,
  );
}

export function markError(sql: SqlStorage, stage: Stage, message: string, nowMs: number): void {
  sql.exec(
    `insert into stages (stage, errors, last_error, last_at) values (?1, 1, ?2, ?3)
     on conflict (stage) do update set errors = errors + 1, last_error = ?2, last_at = ?3`,
    stage,
    message.slice(0, 300),
    nowMs,
  );
}

type ItemRow = { seq: number; body: string; arrived_at: number };

/** Undefined for a signal that an older version of the product kept otherwise. */
export function waitingItems(sql: SqlStorage, after: number, most: number): Numbered<Signal | undefined>[] {
  return sql
    .exec<ItemRow>("select seq, body, arrived_at from items where seq > ? order by seq limit ?", after, most)
    .toArray()
    .map(({ seq, body, arrived_at }) => ({ seq, arrivedAtMs: arrived_at, value: signalSchema.safeParse(JSON.parse(body)).data }));
}

/** One that is known already is not kept again. */
export function addItems(sql: SqlStorage, source: string, signals: readonly Signal[], nowMs: number): number {
  let added = 0;
  for (const signal of signals) {
    const rows = sql.exec<{ seq: number }>(
      "insert into items (source, id, body, arrived_at) values (?, ?, ?, ?) on conflict (id) do nothing returning seq",
      source,
      `${source}/${signal.id}`,
      JSON.stringify(signal),
      nowMs,
    );
    added += rows.toArray().length;
  }
  return added;
}

export function addReadings(sql: SqlStorage, readings: readonly Reading[], nowMs: number): void {
  for (const { subject, measure, amount, atMs } of readings) {
    const values = [subject, measure, amount, atMs, nowMs];
    sql.exec("insert into readings (subject, measure, amount, at, arrived_at) values (?, ?, ?, ?, ?)", ...values);
  }
}

type ReadingRow = { seq: number; subject: string; measure: Measure; amount: number; at: number; arrived_at: number };

export function waitingReadings(sql: SqlStorage, after: number, most: number): ReadingRow[] {
  return sql.exec<ReadingRow>("select * from readings where seq > ? order by seq limit ?", after, most).toArray();
}

export function addDetections(sql: SqlStorage, detections: readonly Detection[]): void {
  for (const { key, kind, subject, recent, usual, atMs } of detections) {
    const values = [key, kind, subject, recent, usual, atMs];
    sql.exec(
      "insert into detections (key, kind, subject, recent, usual, at) values (?, ?, ?, ?, ?, ?) on conflict (key) do nothing",
      ...values,
    );
  }
}

export function addWakes(sql: SqlStorage, wakes: readonly Wake[], nowMs: number): void {
  for (const { key, agent, message } of wakes) {
    const values = [key, agent, JSON.stringify(message), nowMs];
    sql.exec("insert into wakes (key, agent, body, at) values (?, ?, ?, ?) on conflict (key) do nothing", ...values);
  }
}

/** Behind its place a source says nothing again: what was worked off there need not be known any more. */
export function forget(sql: SqlStorage, source: string, place: string | null, nowMs: number): void {
  const { done_seq: workedOff } = stageRow(sql, "normalise");
  if (place !== null) sql.exec("delete from items where source = ? and id <= ? and seq <= ?", source, `${source}/${place}`, workedOff);
  sql.exec("delete from ticks where minute < ?", Math.floor(nowMs / minuteMs) - ticksKeptMinutes);
}

/** Where a source is read on from, and how much it said so far. */
export function keepPlace(
  sql: SqlStorage,
  source: string,
  { place, added, nowMs }: { place: string | null; added: number; nowMs: number },
): void {
  sql.exec(
    `insert into sources (source, after_id, read, last_at) values (?1, ?2, ?3, ?4)
     on conflict (source) do update set after_id = ?2, read = read + ?3, last_at = ?4`,
    source,
    place,
    added,
    nowMs,
  );
}

/** What was said is with its rows; here only its name stays, so that it is not taken twice. */
export function forgetBodies(sql: SqlStorage, after: number, upTo: number): void {
  sql.exec("update items set body = '{}' where seq > ? and seq <= ?", after, upTo);
}

export function count(sql: SqlStorage, rows: readonly ReadingRow[]): void {
  for (const { subject, measure, amount, at } of rows) {
    sql.exec(
      "insert into counts (subject, measure, day, amount) values (?1, ?2, ?3, ?4) on conflict do update set amount = amount + ?4",
      subject,
      measure,
      Math.floor(at / dayMs),
      amount,
    );
  }
}

export function forgetCounted(sql: SqlStorage, { upTo, beforeDay }: { upTo: number; beforeDay: number }): void {
  sql.exec("delete from readings where seq <= ?", upTo);
  sql.exec("delete from counts where day < ?", beforeDay);
}

export function setOutcomes(sql: SqlStorage, outcomes: ReadonlyMap<string, string>): void {
  for (const [key, outcome] of outcomes) sql.exec("update detections set outcome = ? where key = ?", outcome, key);
}
