import { type Asker, askerSchema } from "./asker.ts";
import { type RoomEvent, roomEventSchema, type RoomTurn } from "./protocol.ts";
import { applyEvent } from "./state.ts";

/** So many turns stay in the room after they were kept elsewhere: more than a page misses while it is away. */
const keptTurns = 40;

export type OpenTurn = { turn: RoomTurn; asker: Asker };

export type RoomLog = {
  epoch: string;
  /** `firstSeq` is the oldest event that is still there. */
  bounds(): { firstSeq: number; lastSeq: number };
  /** Numbers an event and keeps it. Whoever tells it to others does so after this. */
  append(event: RoomEvent): number;
  since(seq: number): RoomEvent[];
  /** Oldest first, put together from their events. */
  turns(): RoomTurn[];
  turn(id: string): RoomTurn | undefined;
  turnIdOf(askId: string): string | undefined;
  ask(turn: RoomTurn, asker: Asker): number;
  /** Questions that are not over, oldest first. */
  open(): OpenTurn[];
  /** Those that are over and not yet kept in the transcript, oldest first. */
  unkept(): OpenTurn[];
  markKept(turnId: string): void;
  clear(): void;
};

type EventRow = { event: string };
type TurnRow = { id: string; asker: string };

/** The room's own SQLite: whatever was told to a page was written here before. */
export function openRoomLog(sql: SqlStorage, newEpoch: () => string): RoomLog {
  createTables(sql, newEpoch);
  const epoch = sql.exec<{ epoch: string }>("select epoch from meta").one().epoch;
  let lastSeq = sql.exec<{ last_seq: number }>("select last_seq from meta").one().last_seq;

  function append(event: RoomEvent): number {
    lastSeq += 1;
    const turnId = event.kind === "asked" ? event.turn.id : event.turnId;
    sql.exec("insert into events (seq, turn_id, event) values (?, ?, ?)", lastSeq, turnId, JSON.stringify(event));
    sql.exec("update meta set last_seq = ?", lastSeq);
    if (event.kind === "began") sql.exec("update turns set state = 'running' where id = ?", turnId);
    if (event.kind === "ended") sql.exec("update turns set state = ? where id = ?", event.state, turnId);
    return lastSeq;
  }
  const turn = (id: string) => fold(eventsOf(sql, "turn_id = ?", id))[0];
  function withAsker(where: string): OpenTurn[] {
    const rows = sql.exec<TurnRow>(`select id, asker from turns where ${where} order by rowid`).toArray();
    return rows.flatMap(({ id, asker }) => {
      const known = turn(id);
      return known === undefined ? [] : [{ turn: known, asker: askerSchema.parse(JSON.parse(asker)) }];
    });
  }
  return {
    epoch,
    bounds() {
      const first = sql.exec<{ seq: number | null }>("select min(seq) as seq from events").one().seq;
      return { firstSeq: first ?? lastSeq + 1, lastSeq };
    },
    append,
    since: (seq) => eventsOf(sql, "seq > ?", seq),
    turns: () => fold(eventsOf(sql, "seq > ?", 0)),
    turn,
    turnIdOf: (askId) => sql.exec<{ id: string }>("select id from turns where ask_id = ?", askId).toArray()[0]?.id,
    ask(asked, asker) {
      const made = "insert into turns (id, ask_id, state, is_kept, asker) values (?, ?, 'waiting', 0, ?)";
      sql.exec(made, asked.id, asked.askId, JSON.stringify(asker));
      return append({ kind: "asked", turn: asked });
    },
    open: () => withAsker("state in ('waiting', 'running')"),
    unkept: () => withAsker("is_kept = 0 and state not in ('waiting', 'running')"),
    markKept(turnId) {
      sql.exec("update turns set is_kept = 1 where id = ?", turnId);
      forgetOld(sql);
    },
    clear() {
      sql.exec("delete from events");
      sql.exec("delete from turns");
    },
  };
}

function eventsOf(sql: SqlStorage, where: "turn_id = ?" | "seq > ?", value: string | number): RoomEvent[] {
  const rows = sql.exec<EventRow>(`select event from events where ${where} order by seq`, value).toArray();
  return rows.map(({ event }) => roomEventSchema.parse(JSON.parse(event)));
}

function fold(events: readonly RoomEvent[]): RoomTurn[] {
  return events.reduce<RoomTurn[]>((known, event) => applyEvent(known, event), []);
}

/** What is forgotten leaves from the beginning on, without a hole: whoever has heard less is given everything anew. */
function forgetOld(sql: SqlStorage): void {
  const oldest = sql
    .exec<{ seq: number | null }>(
      "select min(seq) as seq from events where turn_id in (select id from turns where is_kept = 0 union select id from (select id from turns order by rowid desc limit ?))",
      keptTurns,
    )
    .one().seq;
  if (oldest === null) return;
  sql.exec("delete from turns where is_kept = 1 and id in (select turn_id from events group by turn_id having max(seq) < ?)", oldest);
  sql.exec("delete from events where seq < ?", oldest);
}

function createTables(sql: SqlStorage, newEpoch: () => string): void {
  sql.exec("create table if not exists meta (id integer primary key check (id = 1), epoch text not null, last_seq integer not null)");
  sql.exec("create table if not exists events (seq integer primary key, turn_id text not null, event text not null)");
  sql.exec("create index if not exists events_turn on events (turn_id, seq)");
  sql.exec(
    "create table if not exists turns (id text primary key, ask_id text not null unique, state text not null, is_kept integer not null, asker text not null)",
  );
  sql.exec("insert or ignore into meta (id, epoch, last_seq) values (1, ?, 0)", newEpoch());
}
