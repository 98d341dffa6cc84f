import { type TaskKind, taskKinds } from "#app/domain/warehouse/ledger/facts.ts";
import {
  addWork,
  type CorrectedFigures,
  type HourFigures,
  hourMs,
  type Period,
  type PersonFigures,
  quantile,
  type QueueFigures,
  type WorkFigures,
  type ZoneMetrics,
} from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import { readDwell } from "./dwell.server.ts";
import { readShortPicks } from "./short-picks.server.ts";

type Part = Partial<WorkFigures> & { at: number; actorId: string | null };

/** What was done in a period, and what waits now, from the zone's own books. Nothing is written for it. */
export function readMetrics(sql: SqlStorage, period: Period, nowMs: number): Omit<ZoneMetrics, "connections"> {
  const count = (table: "untold" | "messages") => sql.exec<{ rows: number }>(`select count(*) as rows from ${table}`).one().rows;
  const parts = [...readMoved(sql, period), ...readDone(sql, period), ...readCounted(sql, period)];
  // The event of what waits for very long may be in the archive: then it is older than the oldest here.
  const waitingSince = sql
    .exec<{
      at: number | null;
    }>(`select coalesce((select at from events where seq = messages.seq), (select at from events order by seq limit 1)) as at
       from messages order by id limit 1`)
    .toArray()[0]?.at;
  return {
    atMs: nowMs,
    hours: byHour(parts),
    people: byPerson(parts),
    corrected: readCorrected(sql, period),
    shortPicks: readShortPicks(sql, firstSince(sql, "events", period.fromMs), period),
    queue: readQueue(sql, nowMs),
    dwell: readDwell(sql, nowMs),
    lastSeq: sql.exec<{ last_seq: number }>("select last_seq from meta").one().last_seq,
    untold: count("untold"),
    waiting: count("messages"),
    oldestWaitingMs: typeof waitingSince === "number" ? Math.max(0, nowMs - waitingSince) : null,
    storageBytes: sql.databaseSize,
  };
}

/**
 * Both tables only grow, and so does their time: the first row of a moment is found by halving, without an index that every
 * booking would pay for.
 */
export function firstSince(sql: SqlStorage, table: "events" | "movements", atMs: number): number {
  const key = table === "events" ? "seq" : "id";
  let low = 0;
  let high = sql.exec<{ end: number }>(`select coalesce(max(${key}), 0) + 1 as end from ${table}`).one().end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = sql.exec<{ at: number }>(`select at from ${table} where ${key} >= ? order by ${key} limit 1`, middle).toArray()[0];
    if (row !== undefined && row.at < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What was booked, as the database adds it up by hour and person. */
function readMoved(sql: SqlStorage, { fromMs, untilMs }: Period): Part[] {
  return sql
    .exec<{ at: number; actorId: string; movements: number; pickedLines: number; pickedUnits: number; corrections: number }>(
      `select at / ${hourMs} * ${hourMs} as at, actor_id as actorId, count(*) as movements,
        sum(reason = 'picked') as pickedLines, sum(case when reason = 'picked' then qty else 0 end) as pickedUnits,
        sum(reason in ('found', 'lost', 'damaged', 'correction', 'counted')) as corrections
       from movements where id >= ? and at >= ? and at < ? group by 1, 2`,
      firstSince(sql, "movements", fromMs),
      fromMs,
      untilMs,
    )
    .toArray();
}

const mostCorrected = 100;

/** Bins whose books were not right, those with most bookings first. */
function readCorrected(sql: SqlStorage, { fromMs, untilMs }: Period): CorrectedFigures[] {
  return sql
    .exec<CorrectedFigures>(
      `select sku, substr(case when from_account like 'bin:%' then from_account else to_account end, 5) as binId,
        sum(reason <> 'counted') as byHand, sum(reason = 'counted') as counted, max(at) as lastAtMs
       from movements where id >= ? and at >= ? and at < ? and reason in ('found', 'lost', 'damaged', 'correction', 'counted')
        and (from_account like 'bin:%' or to_account like 'bin:%')
       group by 1, 2 order by count(*) desc, 1, 2 limit ${mostCorrected}`,
      firstSince(sql, "movements", fromMs),
      fromMs,
      untilMs,
    )
    .toArray();
}

/**
 * Tasks that ended. What is done is never touched again, so its last event is its end; whoever booked its last movement did
 * it. A count that finds all as it should be moves nothing, and has nobody.
 */
function readDone(sql: SqlStorage, { fromMs, untilMs }: Period): Part[] {
  const rows = sql.exec<{ at: number; kind: TaskKind; qty: number; doneQty: number; actorId: string | null }>(
    `with ended as (
       select tasks.id as id, max(events.at) as at, tasks.body ->> 'kind' as kind, tasks.body ->> 'qty' as qty, tasks.body ->> 'doneQty' as doneQty
       from events, json_each(events.touched, '$.tasks') as touched join tasks on tasks.id = touched.value
       where events.seq >= ? and tasks.state = 'done' group by tasks.id),
     hands as (select task_id, actor_id, max(id) from movements where id >= ? and task_id is not null group by task_id)
     select at, kind, qty, doneQty, actor_id as actorId from ended left join hands on hands.task_id = ended.id where at >= ? and at < ?`,
    firstSince(sql, "events", fromMs),
    firstSince(sql, "movements", fromMs),
    fromMs,
    untilMs,
  );
  return rows.toArray().map(({ at, kind, qty, doneQty, actorId }) => {
    const isPick = kind === "pick";
    return { at, actorId, doneTasks: 1, picks: isPick ? 1 : 0, shortPicks: isPick && doneQty < qty ? 1 : 0 };
  });
}

/** A count says in its reply how many lines it looked at, also when it moved nothing. */
function readCounted(sql: SqlStorage, { fromMs, untilMs }: Period): Part[] {
  return sql
    .exec<{ at: number; actorId: null; countedLines: number; wrongLines: number }>(
      `select at, null as actorId, reply ->> '$.result.countedLines' as countedLines, reply ->> '$.result.wrongLines' as wrongLines
       from replies where at >= ? and at < ? and reply ->> '$.result.countedLines' is not null`,
      fromMs,
      untilMs,
    )
    .toArray();
}

const hourOf = ({ at }: Part) => Math.floor(at / hourMs) * hourMs;

function byHour(parts: readonly Part[]): HourFigures[] {
  const hours = [...Map.groupBy(parts, hourOf)].map(([at, own]) => ({ ...addWork(own), hourMs: at }));
  return hours.toSorted((a, b) => a.hourMs - b.hourMs);
}

function byPerson(parts: readonly Part[]): PersonFigures[] {
  const named = Map.groupBy(
    parts.filter(({ actorId }) => actorId !== null),
    (part) => `${hourOf(part)} ${part.actorId}`,
  );
  const people = [...named.values()].flatMap((own) => {
    const { pickedUnits, pickedLines, doneTasks } = addWork(own);
    const [first] = own;
    if (first?.actorId == null || pickedLines + doneTasks === 0) return [];
    return [{ hourMs: hourOf(first), actorId: first.actorId, pickedUnits, pickedLines, doneTasks }];
  });
  return people.toSorted((a, b) => a.hourMs - b.hourMs || a.actorId.localeCompare(b.actorId));
}

function readQueue(sql: SqlStorage, nowMs: number): QueueFigures[] {
  const tasks = sql
    .exec<{ kind: TaskKind; state: string; createdAt: number }>(
      "select body ->> 'kind' as kind, state, body ->> 'createdAt' as createdAt from tasks where state in ('open', 'claimed')",
    )
    .toArray();
  const byKind = Map.groupBy(tasks, ({ kind }) => kind);
  return taskKinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? [];
    if (own.length === 0) return [];
    const ages = own.map(({ createdAt }) => Math.max(0, nowMs - createdAt));
    const claimed = own.filter(({ state }) => state === "claimed").length;
    return [{ kind, open: own.length - claimed, claimed, oldestAgeMs: Math.max(...ages), p90AgeMs: quantile(ages, 0.9) }];
  });
}
