import { chunks } from "#app/platform/chunks.ts";
import type { Hold } from "#app/domain/ai/budget.ts";
import type { CallRecord } from "#app/domain/ai/governor.ts";
import type { LedgerStore } from "#app/domain/ai/ledger.ts";
import { dayKey } from "#app/domain/ai/sum-days.ts";
import type { SpendDay } from "#app/domain/ai/record-calls.server.ts";
import type { BudgetNotice } from "#app/domain/ai/announce-budget.server.ts";
import { closedBreaker, type KeptBreaker } from "#app/platform/kept-breaker.ts";

type HoldRow = {
  id: string;
  payer_kind: string;
  payer_id: string;
  day: string;
  month: string;
  amount: number;
  granted_at: number;
  expires_at: number;
  is_charged: number;
};
type DayRow = {
  row: string;
  calls: number;
  rules: number;
  input: number;
  cached: number;
  output: number;
  cost: number;
  counted_until: number;
};

/** Days and months that are remembered. They are counted, not dated: a clock that ran ahead must not make them forgotten. */
const keptPeriods = 120;
const callsPerRow = 50;

const tables = [
  "spent (account text primary key, micro_usd integer not null) without rowid",
  `holds (id text primary key, payer_kind text not null, payer_id text not null, day text not null, month text not null,
     amount integer not null, granted_at integer not null, expires_at integer not null, is_charged integer not null) without rowid`,
  "calls (seq integer primary key autoincrement, record text not null)",
  "ended (at integer not null, ids text not null)",
  `days (key text primary key, row text not null, calls integer not null, rules integer not null, input integer not null,
     cached integer not null, output integer not null, cost integer not null, counted_until integer not null, is_told integer not null)
     without rowid`,
  "notices (key text primary key, notice text not null, is_told integer not null) without rowid",
  "answers (key text primary key, answer text not null, kept_until integer not null) without rowid",
  "breakers (provider_id text primary key, state text not null) without rowid",
];

/** What a budget remembers, in its object's own database: it outlives restarts, and nothing of it is only in memory. */
export function openBudgetStore(sql: SqlStorage) {
  for (const table of tables) sql.exec(`create table if not exists ${table}`);
  return { ledger: ledgerStore(sql), log: logStore(sql), answers: answerStore(sql), breakers: breakerStore(sql) };
}

function ledgerStore(sql: SqlStorage): LedgerStore {
  return {
    loadSpent: () => sql.exec<{ account: string; microUsd: number }>("select account, micro_usd as microUsd from spent").toArray(),
    loadHolds: () => sql.exec<HoldRow>("select * from holds").toArray().map(toHold),
    putSpent: (account, microUsd) =>
      void sql.exec("insert into spent values (?, ?) on conflict do update set micro_usd = excluded.micro_usd", account, microUsd),
    putHold: ({ id, payer, day, month, amountMicroUsd, grantedAtMs, expiresAtMs, isCharged }) =>
      void sql.exec(
        "insert or replace into holds values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        payer.kind,
        payer.id,
        day,
        month,
        amountMicroUsd,
        grantedAtMs,
        expiresAtMs,
        isCharged ? 1 : 0,
      ),
    removeHold: (id) => void sql.exec("delete from holds where id = ?", id),
  };
}

function toHold(row: HoldRow): Hold {
  return {
    id: row.id,
    payer: { kind: row.payer_kind, id: row.payer_id },
    day: row.day,
    month: row.month,
    amountMicroUsd: row.amount,
    grantedAtMs: row.granted_at,
    expiresAtMs: row.expires_at,
    isCharged: row.is_charged === 1,
  };
}

/** What is on its way to the database that pages read. */
function logStore(sql: SqlStorage) {
  return {
    /** Calls that ended together are one row: writing a row costs more than what is in it. */
    addCalls(records: readonly CallRecord[]): void {
      for (const part of chunks(records, callsPerRow)) sql.exec("insert into calls (record) values (?)", JSON.stringify(part));
    },
    calls: (limit: number) =>
      sql
        .exec<{ seq: number; record: string }>("select seq, record from calls order by seq limit ?", Math.ceil(limit / callsPerRow))
        .toArray()
        .map(({ seq, record }) => ({ seq, records: [JSON.parse(record) as CallRecord | CallRecord[]].flat() })),
    noteEnded: (ids: readonly string[], nowMs: number) => void sql.exec("insert into ended values (?, ?)", nowMs, JSON.stringify(ids)),
    hasEnded: (id: string) =>
      sql.exec("select 1 from ended, json_each(ended.ids) as one where one.value = ? limit 1", id).toArray().length > 0,
    forgetEnded: (beforeMs: number) => void sql.exec("delete from ended where at < ?", beforeMs),
    removeCalls: (throughSeq: number) => void sql.exec("delete from calls where seq <= ?", throughSeq),
    countDay({ calls, rulesAnswers, inputTokens, cachedTokens, outputTokens, costMicroUsd, countedUntil, ...row }: SpendDay): void {
      sql.exec(
        `insert into days values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict do update set row = excluded.row, calls = calls + excluded.calls,
         rules = rules + excluded.rules, input = input + excluded.input, cached = cached + excluded.cached,
         output = output + excluded.output, cost = cost + excluded.cost, counted_until = max(counted_until + 1, excluded.counted_until),
         is_told = 0`,
        dayKey(row),
        JSON.stringify(row),
        calls,
        rulesAnswers,
        inputTokens,
        cachedTokens,
        outputTokens,
        costMicroUsd,
        countedUntil,
      );
    },
    untoldDays: (): SpendDay[] => sql.exec<DayRow>("select * from days where is_told = 0 limit 500").toArray().map(toDay),
    dayTold: (day: SpendDay) =>
      void sql.exec("update days set is_told = 1 where key = ? and counted_until = ?", dayKey(day), day.countedUntil),
    /** The same news once, however often it is reached. */
    addNotice: (key: string, notice: BudgetNotice) =>
      sql.exec("insert or ignore into notices values (?, ?, 0)", key, JSON.stringify(notice)).rowsWritten > 0,
    untoldNotices: () =>
      sql
        .exec<{ key: string; notice: string }>("select key, notice from notices where is_told = 0")
        .toArray()
        .map(({ key, notice }) => ({ key, notice: JSON.parse(notice) as BudgetNotice })),
    noticeTold: (key: string) => void sql.exec("update notices set is_told = 1 where key = ?", key),
    hasNews: () => sql.exec("select 1 from calls union all select 1 from notices where is_told = 0 limit 1").toArray().length > 0,
    forgetOldPeriods(): void {
      const old = `(select distinct substr(account, 1, instr(account, ' ') - 1) as period from spent order by period desc limit -1 offset ${keptPeriods})`;
      sql.exec(`delete from notices where substr(key, 1, instr(key, ' ') - 1) in ${old}`);
      sql.exec(`delete from days where is_told = 1 and row ->> 'day' in ${old}`);
      sql.exec(`delete from spent where substr(account, 1, instr(account, ' ') - 1) in ${old}`);
    },
  };
}

function toDay({ row, calls, rules, input, cached, output, cost, counted_until }: DayRow): SpendDay {
  const who = JSON.parse(row) as Pick<SpendDay, "day" | "askerKind" | "askerId" | "askerLabel" | "purpose" | "provider" | "model">;
  return {
    ...who,
    calls,
    rulesAnswers: rules,
    inputTokens: input,
    cachedTokens: cached,
    outputTokens: output,
    costMicroUsd: cost,
    countedUntil: counted_until,
  };
}

function answerStore(sql: SqlStorage) {
  return {
    get: (key: string, nowMs: number): string | undefined =>
      sql.exec<{ answer: string }>("select answer from answers where key = ? and kept_until > ?", key, nowMs).toArray()[0]?.answer,
    put: (key: string, answer: string, untilMs: number) =>
      void sql.exec("insert or replace into answers values (?, ?, ?)", key, answer, untilMs),
    forgetOld: (nowMs: number) => void sql.exec("delete from answers where kept_until <= ?", nowMs),
  };
}

function breakerStore(sql: SqlStorage) {
  return {
    all: (): Map<string, KeptBreaker> =>
      new Map(
        sql
          .exec<{ provider_id: string; state: string }>("select * from breakers")
          .toArray()
          .map(({ provider_id, state }) => [provider_id, { ...closedBreaker, ...(JSON.parse(state) as KeptBreaker) }]),
      ),
    put: (providerId: string, breaker: KeptBreaker) =>
      void sql.exec("insert or replace into breakers values (?, ?)", providerId, JSON.stringify(breaker)),
  };
}
