import type { AgentHealth, AgentJob } from "#app/domain/agents/ports.ts";

export type QueuedJob = AgentJob & { queuedAtMs: number; dueAtMs: number; attempts: number };

type Row = { kind: AgentJob["kind"]; id: string; priority: number; queued_at: number; due_at: number; attempts: number };

/** What waits gains a point a minute, so that nothing waits for ever behind what is more urgent. */
const waitedPerPointMs = 60_000;

/** What an agent has to do, in its object's own database: it outlives restarts and is in the order of urgency. */
export function openAgentQueue(sql: SqlStorage) {
  sql.exec(
    `create table if not exists jobs (
       kind text not null, id text not null, priority integer not null, queued_at integer not null,
       due_at integer not null, attempts integer not null default 0, primary key (kind, id)
     ) without rowid`,
  );
  const rows = (query: string, ...values: number[]): QueuedJob[] =>
    sql
      .exec<Row>(query, ...values)
      .toArray()
      .map(toJob);
  return {
    /** The same work is queued once, at the higher urgency. */
    add({ kind, id, priority }: AgentJob, nowMs: number): void {
      sql.exec(
        `insert into jobs (kind, id, priority, queued_at, due_at) values (?, ?, ?, ?, ?)
         on conflict (kind, id) do update set priority = max(priority, excluded.priority)`,
        kind,
        id,
        priority,
        nowMs,
        nowMs,
      );
    },
    next: (nowMs: number): QueuedJob | undefined =>
      rows(
        `select * from jobs where due_at <= ?1 order by priority + (?1 - queued_at) / ${waitedPerPointMs} desc, queued_at, id limit 1`,
        nowMs,
      )[0],
    all: (): QueuedJob[] => rows("select * from jobs order by priority desc, queued_at, id limit 100"),
    earliestDueMs: (): number | undefined => rows("select * from jobs order by due_at limit 1")[0]?.dueAtMs,
    /** Counted before it begins: work that ends its object in the middle is not tried for ever. */
    begin: ({ kind, id }: AgentJob): void => void sql.exec("update jobs set attempts = attempts + 1 where kind = ? and id = ?", kind, id),
    putOff: ({ kind, id }: AgentJob, untilMs: number): void =>
      void sql.exec("update jobs set due_at = ? where kind = ? and id = ?", untilMs, kind, id),
    end: ({ kind, id }: AgentJob): void => void sql.exec("delete from jobs where kind = ? and id = ?", kind, id),
  };
}
export type AgentQueue = ReturnType<typeof openAgentQueue>;

function toJob({ kind, id, priority, queued_at, due_at, attempts }: Row): QueuedJob {
  return { kind, id, priority, queuedAtMs: queued_at, dueAtMs: due_at, attempts };
}

export function shownQueue(queue: AgentQueue): AgentHealth["queue"] {
  return queue.all().map(({ kind, id, priority, queuedAtMs, dueAtMs }) => ({ kind, id, priority, waitsSinceMs: queuedAtMs, dueAtMs }));
}
