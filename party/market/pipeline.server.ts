import { agentMessageSchema } from "#app/domain/agents/messages.ts";
import { decideWakes, type Wake } from "#app/domain/market/decide.ts";
import { type Counts, dayMs, detect, recentDays, usualDays } from "#app/domain/market/detect.ts";
import { normalise } from "#app/domain/market/normalise.ts";
import { type Detection, type DetectionKind, detectionKinds, type Measure, type Signal } from "#app/domain/market/signals.ts";
import { type Stage, stages } from "#app/domain/market/stages.ts";
import * as kept from "./storage.server.ts";

/** What the line needs from outside. Reading a source twice, and waking under one name twice, has to be harmless. */
export type Outside = {
  sources: readonly { name: string; read(afterId: string | null, most: number): Promise<Signal[]> }[];
  wake(wake: Wake): Promise<void>;
  nowMs(): number;
};
type Storage = Pick<DurableObjectStorage, "sql" | "transactionSync">;

const atOnce = 200;
/** Rows written at the same moment may show up a little out of their order: so many are looked at again. */
const overlap = 50;
const keptDays = recentDays + usualDays;

/**
 * The line: sources → normalise → detect → decide → propose. Each step takes what waits before its stage, and writes what it
 * made together with how far it is: ended anywhere, it goes on from there, without losing or repeating anything.
 */
export function createPipeline(storage: Storage, outside: Outside) {
  const { sql } = storage;
  kept.createTables(sql);
  const workers: Record<Stage, () => Promise<boolean> | boolean> = {
    sources: () => readSources(storage, outside),
    normalise: () => normaliseSome(storage, outside.nowMs()),
    detect: () => detectSome(storage, outside.nowMs()),
    decide: () => decideSome(storage, outside.nowMs()),
    propose: () => proposeSome(storage, outside),
  };
  return {
    /** One step of every stage. True while more waits; a stage that fails keeps the others from nothing. */
    async step(): Promise<{ hasMore: boolean; hasFailed: boolean }> {
      let [hasMore, hasFailed] = [false, false];
      for (const stage of stages) {
        try {
          hasMore = (await workers[stage]()) || hasMore;
        } catch (error) {
          hasFailed = true;
          kept.markError(sql, stage, error instanceof Error ? error.message : String(error), outside.nowMs());
        }
      }
      return { hasMore, hasFailed };
    },
  };
}

async function readSources(storage: Storage, { sources, nowMs }: Outside): Promise<boolean> {
  const { sql } = storage;
  let hasMore = false;
  const failures: unknown[] = [];
  for (const { name, read } of sources) {
    const [row] = sql.exec<{ after_id: string | null }>("select after_id from sources where source = ?", name).toArray();
    const afterId = row?.after_id ?? null;
    try {
      const signals = await read(afterId, atOnce);
      const place = signals.at(-1 - overlap)?.id ?? afterId;
      storage.transactionSync(() => {
        const added = kept.addItems(sql, name, signals, nowMs());
        kept.keepPlace(sql, name, { place, added, nowMs: nowMs() });
        kept.forget(sql, name, place, nowMs());
        kept.markDone(sql, "sources", { upTo: 0, count: added, nowMs: nowMs() });
      });
      hasMore ||= signals.length >= atOnce;
    } catch (error) {
      // The others are read all the same.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new Error(failures.map(String).join("; "));
  return hasMore;
}

function normaliseSome(storage: Storage, nowMs: number): boolean {
  const { sql } = storage;
  const { done_seq: after } = kept.stageRow(sql, "normalise");
  const items = kept.waitingItems(sql, after, atOnce);
  const last = items.at(-1);
  if (last === undefined) return false;
  const readings = items.flatMap(({ value }) => (value === undefined ? [] : [normalise(value)]));
  storage.transactionSync(() => {
    kept.addReadings(
      sql,
      readings.filter(({ atMs, amount }) => amount > 0 && atMs > nowMs - keptDays * dayMs && atMs < nowMs + dayMs),
      nowMs,
    );
    // What was said is with its rows; here only its name stays, so that it is not taken twice.
    kept.forgetBodies(sql, after, last.seq);
    kept.markDone(sql, "normalise", { upTo: last.seq, count: items.length, nowMs });
  });
  return items.length >= atOnce;
}

function detectSome(storage: Storage, nowMs: number): boolean {
  const { sql } = storage;
  const { done_seq: after } = kept.stageRow(sql, "detect");
  const rows = kept.waitingReadings(sql, after, atOnce);
  const last = rows.at(-1);
  if (last === undefined) return false;
  storage.transactionSync(() => {
    kept.count(sql, rows);
    const touched = new Map(rows.map(({ subject, measure }) => [`${measure} ${subject}`, { subject, measure }]));
    kept.addDetections(
      sql,
      detect(
        [...touched.values()].map((one) => countsOf(sql, one, nowMs)),
        nowMs,
      ),
    );
    kept.forgetCounted(sql, { upTo: last.seq, beforeDay: Math.floor(nowMs / dayMs) - keptDays });
    kept.markDone(sql, "detect", { upTo: last.seq, count: rows.length, nowMs });
  });
  return rows.length >= atOnce;
}

function countsOf(sql: SqlStorage, { subject, measure }: { subject: string; measure: Measure }, nowMs: number): Counts {
  const since = Math.floor(nowMs / dayMs) - recentDays;
  const [row] = sql
    .exec<{ recent: number | null; before: number | null }>(
      `select sum(iif(day > ?3, amount, 0)) as recent, sum(iif(day <= ?3 and day > ?4, amount, 0)) as before
       from counts where subject = ?1 and measure = ?2`,
      subject,
      measure,
      since,
      since - usualDays,
    )
    .toArray();
  return { subject, measure, recent: row?.recent ?? 0, before: row?.before ?? 0 };
}

type DetectionRow = { seq: number; key: string; kind: string; subject: string; recent: number; usual: number; at: number };

function decideSome(storage: Storage, nowMs: number): boolean {
  const { sql } = storage;
  const { done_seq: after } = kept.stageRow(sql, "decide");
  const rows = sql.exec<DetectionRow>("select * from detections where seq > ? order by seq limit ?", after, atOnce).toArray();
  const last = rows.at(-1);
  if (last === undefined) return false;
  const woken = sql.exec<{ agent: string; at: number }>("select agent, max(at) as at from wakes group by agent").toArray();
  const detections = rows.flatMap((row): Detection[] => (isKind(row.kind) ? [{ ...row, kind: row.kind, atMs: row.at }] : []));
  const { outcomes, wakes } = decideWakes(detections, new Map(woken.map(({ agent, at }) => [agent, at])), nowMs);
  storage.transactionSync(() => {
    kept.setOutcomes(sql, outcomes);
    kept.addWakes(sql, wakes, nowMs);
    kept.markDone(sql, "decide", { upTo: last.seq, count: rows.length, nowMs });
  });
  return rows.length >= atOnce;
}

function isKind(kind: string): kind is DetectionKind {
  return detectionKinds.some((one) => one === kind);
}

type WakeRow = { seq: number; key: string; agent: string; body: string };

async function proposeSome(storage: Storage, { wake, nowMs }: Outside): Promise<boolean> {
  const { sql } = storage;
  const { done_seq: after } = kept.stageRow(sql, "propose");
  const rows = sql.exec<WakeRow>("select * from wakes where seq > ? order by seq limit ?", after, atOnce).toArray();
  for (const { seq, key, body } of rows) {
    const message = agentMessageSchema.safeParse(JSON.parse(body));
    // Under one name: ended between the two, it is told again and heard once.
    if (message.success) await wake({ key, agent: "review-gaps", message: message.data });
    storage.transactionSync(() => kept.markDone(sql, "propose", { upTo: seq, count: 1, nowMs: nowMs() }));
  }
  return rows.length >= atOnce;
}
