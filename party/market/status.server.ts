import { type MarketStatus, outcomes, type SeenDetection, type Stage, stages, type StageStatus } from "#app/domain/market/stages.ts";
import { stageRow } from "./storage.server.ts";

const hourMinutes = 60;
const shown = 30;

/** What each stage takes its work from; sources take theirs from outside. */
const inputs: Record<Exclude<Stage, "sources">, { table: string; arrived: string }> = {
  normalise: { table: "items", arrived: "arrived_at" },
  detect: { table: "readings", arrived: "arrived_at" },
  decide: { table: "detections", arrived: "at" },
  propose: { table: "wakes", arrived: "at" },
};

/** How the line stands, from what it has written down. */
export function readStatus(sql: SqlStorage, nowMs: number): MarketStatus {
  return {
    stages: stages.map((stage) => statusOf(sql, stage, nowMs)),
    sources: sql
      .exec<{ source: string; read: number; last_at: number | null }>("select source, read, last_at from sources order by source")
      .toArray()
      .map(({ source, read, last_at }) => ({ source, read, lastReadAtMs: last_at })),
    detections: sql.exec<Row>("select * from detections order by seq desc limit ?", shown).toArray().map(toDetection),
  };
}

function statusOf(sql: SqlStorage, stage: Stage, nowMs: number): StageStatus {
  const { done, done_seq, errors, last_error, last_at } = stageRow(sql, stage);
  const since = Math.floor(nowMs / 60_000) - hourMinutes;
  const [hour] = sql.exec<{ n: number | null }>("select sum(n) as n from ticks where stage = ? and minute > ?", stage, since).toArray();
  const waits = stage === "sources" ? undefined : waitingOf(sql, inputs[stage], done_seq);
  return {
    stage,
    waiting: waits?.waiting ?? 0,
    lagMs: waits?.oldest == null ? 0 : Math.max(0, nowMs - waits.oldest),
    done,
    doneLastHour: hour?.n ?? 0,
    errors,
    lastError: last_error,
    lastAtMs: last_at,
  };
}

function waitingOf(sql: SqlStorage, { table, arrived }: { table: string; arrived: string }, doneSeq: number) {
  const query = `select count(*) as waiting, min(${arrived}) as oldest from ${table} where seq > ?`;
  return sql.exec<{ waiting: number; oldest: number | null }>(query, doneSeq).toArray()[0];
}

type Row = { key: string; kind: string; subject: string; recent: number; usual: number; at: number; outcome: string };

function toDetection({ key, kind, subject, recent, usual, at, outcome }: Row): SeenDetection {
  return { key, kind, subject, recent, usual, atMs: at, outcome: outcomes.find((one) => one === outcome) ?? "waiting" };
}
