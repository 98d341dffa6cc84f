import { feedEntrySchema, type Feed } from "#app/domain/audit/feed-entry.ts";
import type { LogItem } from "./protocol.ts";

const keptItems = 500;

export type LiveLog = {
  epoch: string;
  bounds(): { firstSeq: number; lastSeq: number };
  /** Adds an entry once; undefined when this event was added before. */
  append(eventId: string, entry: Feed): LogItem | undefined;
  since(fromSeq: number): LogItem[];
};

/** The room's own log in its SQLite: it survives eviction and deploys, and numbers entries without gaps. */
export function openLiveLog(sql: SqlStorage, newEpoch: () => string): LiveLog {
  sql.exec("create table if not exists meta (id integer primary key check (id = 1), epoch text not null, last_seq integer not null)");
  sql.exec("create table if not exists log (seq integer primary key, event_id text not null unique, entry text not null)");
  sql.exec("insert or ignore into meta (id, epoch, last_seq) values (1, ?, 0)", newEpoch());
  const epoch = sql.exec<{ epoch: string }>("select epoch from meta").one().epoch;
  const lastSeq = () => sql.exec<{ last_seq: number }>("select last_seq from meta").one().last_seq;
  return {
    epoch,
    bounds() {
      const first = sql.exec<{ seq: number | null }>("select min(seq) as seq from log").one().seq;
      const last = lastSeq();
      return { firstSeq: first ?? last + 1, lastSeq: last };
    },
    append(eventId, entry) {
      if (sql.exec("select 1 from log where event_id = ?", eventId).toArray().length > 0) return undefined;
      const seq = lastSeq() + 1;
      sql.exec("insert into log (seq, event_id, entry) values (?, ?, ?)", seq, eventId, JSON.stringify(entry));
      sql.exec("update meta set last_seq = ?", seq);
      sql.exec("delete from log where seq <= ?", seq - keptItems);
      return { seq, entry };
    },
    since(fromSeq) {
      const rows = sql.exec<{ seq: number; entry: string }>("select seq, entry from log where seq >= ? order by seq", fromSeq).toArray();
      return rows.map((row) => ({ seq: row.seq, entry: feedEntrySchema.parse(JSON.parse(row.entry)) }));
    },
  };
}
