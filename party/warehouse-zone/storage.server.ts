import type { BinKind } from "#app/domain/warehouse/bin.ts";
import type {
  Account,
  Bin,
  Item,
  Line,
  LineKey,
  Lot,
  Plate,
  Reservation,
  StockStatus,
  Transfer,
} from "#app/domain/warehouse/ledger/facts.ts";
import { binAccount } from "#app/domain/warehouse/ledger/facts.ts";
import { replySchema } from "#app/domain/warehouse/ledger/reply.ts";
import type { ZoneReader, ZoneStore, ZoneWriter } from "#app/domain/warehouse/ledger/store.ts";
import { readTask } from "./read-task.ts";
import { rememberWhileTogether } from "./remembering.server.ts";

/** What this room wrote itself, and nobody else can. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote there
function own<Body>(text: string): Body {
  return JSON.parse(text) as Body;
}

type Row = Record<string, SqlStorageValue>;
type BodyRow = { body: string };
type KeyRow = { account: Account; sku: string; lot: string; plate: string; status: StockStatus };
type LineRow = KeyRow & { qty: number; reserved: number };

const ofLine = "account = ? and sku = ? and lot = ? and plate = ? and status = ?";
const keyValues = ({ account, sku, lot, plate, status }: LineKey) => [account, sku, lot, plate, status];

/** These totals are known elsewhere now; what changed meanwhile stays untold. */
export function markTold(sql: SqlStorage, told: readonly { sku: string; seq: number }[]): void {
  for (const { sku, seq } of told) sql.exec("delete from untold where sku = ? and seq = ?", sku, seq);
}

export function markDemandsTold(sql: SqlStorage, told: readonly { demandLine: string; seq: number }[]): void {
  for (const { demandLine, seq } of told) sql.exec("delete from untold_demands where demand_line = ? and seq = ?", demandLine, seq);
}

export function markSerialsTold(sql: SqlStorage, told: readonly { sku: string; serial: string; seq: number }[]): void {
  for (const { sku, serial, seq } of told)
    sql.exec("delete from untold_serials where sku = ? and serial = ? and seq = ?", sku, serial, seq);
}

/** A reply is kept for longer than anybody stays offline. Some at a time, the oldest first. */
export function forgetReplies(sql: SqlStorage, beforeMs: number): void {
  sql.exec("delete from replies where id in (select id from replies where at < ? order by at limit 1000)", beforeMs);
}

/** They are in the archive now; followers from before them get the zone whole. */
export function forgetEvents(sql: SqlStorage, throughSeq: number): void {
  sql.exec("delete from events where seq <= ?", throughSeq);
}

/** They are in the other zone's books now. */
export function markCarried(sql: SqlStorage, ids: readonly number[]): void {
  for (const id of ids) sql.exec("delete from messages where id = ?", id);
}

/** The books of one zone in the object's own SQLite. */
export function openZoneStore(storage: DurableObjectStorage): ZoneStore {
  const { sql } = storage;
  return rememberWhileTogether({
    ...reader(sql),
    ...writer(sql),
    lastSeq: () => sql.exec<{ last_seq: number }>("select last_seq from meta").one().last_seq,
    reply(id) {
      const row = sql.exec<{ hash: string; reply: string }>("select hash, reply from replies where id = ?", id).toArray()[0];
      return row === undefined ? undefined : { hash: row.hash, reply: replySchema.parse(JSON.parse(row.reply)) };
    },
    keepReply(id, { hash, reply, atMs }) {
      sql.exec("insert into replies (id, hash, reply, at) values (?, ?, ?, ?)", id, hash, JSON.stringify(reply), atMs);
    },
    addEvent({ seq, commandId, actorId, device, atMs, touched }) {
      sql.exec(
        "insert into events (seq, command_id, at, touched, actor_id, device) values (?, ?, ?, ?, ?, ?)",
        seq,
        commandId,
        atMs,
        JSON.stringify(touched),
        actorId,
        device,
      );
      sql.exec("update meta set last_seq = ?", seq);
      for (const sku of touched.skus)
        sql.exec("insert into untold (sku, seq) values (?, ?) on conflict do update set seq = excluded.seq", sku, seq);
      for (const line of touched.demands ?? [])
        sql.exec("insert into untold_demands values (?, ?) on conflict do update set seq = excluded.seq", line, seq);
    },
    together: (run) => storage.transactionSync(run),
  });
}

function reader(sql: SqlStorage): ZoneReader {
  const all = <R extends Row>(query: string, ...values: SqlStorageValue[]) => sql.exec<R>(query, ...values).toArray();
  const bodies = <Body>(query: string, ...values: SqlStorageValue[]) => all<BodyRow>(query, ...values).map(({ body }) => own<Body>(body));
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote there
  const body = <Body>(query: string, ...values: SqlStorageValue[]) => bodies<Body>(query, ...values)[0];
  const lines = (query: string, ...values: SqlStorageValue[]): Line[] => all<LineRow>(`select * from lines where ${query}`, ...values);
  const tasks = (query: string, ...values: SqlStorageValue[]) => all<BodyRow>(query, ...values).map((row) => readTask(row.body));
  const open = "state in ('open', 'claimed')";
  return {
    bin(id) {
      const row = all<BodyRow & { version: number }>("select version, body from bins where id = ?", id)[0];
      return row === undefined ? undefined : { ...own<Bin>(row.body), version: row.version };
    },
    firstBin: (kinds) => firstBin(sql, kinds),
    item: (sku) => body<Item>("select body from items where sku = ?", sku),
    lot(sku, lot) {
      const row = all<{ expires_at: number | null; received_at: number }>(
        "select expires_at, received_at from lots where sku = ? and lot = ?",
        sku,
        lot,
      )[0];
      return row === undefined ? undefined : ({ sku, lot, expiresAt: row.expires_at, receivedAt: row.received_at } satisfies Lot);
    },
    line: (key) => lines(ofLine, ...keyValues(key))[0],
    linesInBin: (binId) => lines("account = ?", binAccount(binId)),
    linesOfSku: (sku) => lines("sku = ? and account like 'bin:%'", sku),
    linesOnPlate: (plate) => lines("plate = ? and plate <> '' and account like 'bin:%'", plate),
    plate: (id) => all<Plate>("select id, parent, account from plates where id = ?", id)[0],
    platesIn: (parent) => all<Plate>("select id, parent, account from plates where parent = ?", parent),
    serialAt: (sku, serial) =>
      all<KeyRow>("select account, sku, lot, plate, status from serials where sku = ? and serial = ?", sku, serial)[0],
    serialsOn: (key) =>
      all<{ serial: string }>(`select serial from serials where ${ofLine} order by serial`, ...keyValues(key)).map(({ serial }) => serial),
    reservation: (id) => body<Reservation>("select body from reservations where id = ?", id),
    reservationsOf: (demandLine) => bodies<Reservation>("select body from reservations where demand_line = ? order by id", demandLine),
    reservationsOn: (key) =>
      bodies<Reservation>(`select body from reservations where ${ofLine} and state in ('held', 'picked') order by id`, ...keyValues(key)),
    reservationsEndedBy: (nowMs) =>
      bodies<Reservation>(
        "select body from reservations where state = 'held' and expires_at is not null and expires_at <= ? order by id",
        nowMs,
      ),
    task: (id) => tasks("select body from tasks where id = ?", id)[0],
    tasksAt: (binId) =>
      tasks(
        `select body from (select id, body from tasks where from_bin = ? and ${open} union select id, body from tasks where to_bin = ? and ${open}) order by id`,
        binId,
        binId,
      ),
    tasksOf: (reservationId) => tasks("select body from tasks where reservation_id = ? order by id", reservationId),
    tasksOfBatch: (batch) => tasks(`select body from tasks where ${open} and body ->> '$.batch' = ? order by id`, batch),
    leasesEndedBy: (nowMs) => tasks("select body from tasks where state = 'claimed' and lease_until <= ? order by id", nowMs),
    hasDocument: (line) => all("select 1 as found from documents where line = ?", line).length > 0,
    transfer: (id) => body<Transfer>("select body from transfers where id = ?", id),
  };
}

function firstBin(sql: SqlStorage, kinds: readonly BinKind[]): Bin | undefined {
  const query = `select version, body from bins where body ->> '$.kind' in (select value from json_each(?)) and body ->> '$.isBlocked' = 0
    order by body ->> '$.rank', id limit 1`;
  const row = sql.exec<BodyRow & { version: number }>(query, JSON.stringify(kinds)).toArray()[0];
  return row === undefined ? undefined : { ...own<Bin>(row.body), version: row.version };
}

function writer(sql: SqlStorage): ZoneWriter {
  return { ...stockWriter(sql), ...paperWriter(sql) };
}

type PaperWriter = Pick<ZoneWriter, "putReservation" | "putTask" | "putTransfer" | "putDocument" | "addMovement" | "addMessage">;

/** What lies where, and what it is. */
function stockWriter(sql: SqlStorage): Omit<ZoneWriter, keyof PaperWriter> {
  return {
    putLine(line) {
      const key = keyValues(line);
      if (line.qty === 0 && line.reserved === 0) sql.exec(`delete from lines where ${ofLine}`, ...key);
      else sql.exec("insert or replace into lines values (?, ?, ?, ?, ?, ?, ?)", ...key, line.qty, line.reserved);
    },
    putBin({ version, ...bin }) {
      sql.exec("insert or replace into bins (id, version, body) values (?, ?, ?)", bin.id, version, JSON.stringify(bin));
    },
    removeBin: (id) => void sql.exec("delete from bins where id = ?", id),
    putItem: (item) => void sql.exec("insert or replace into items (sku, body) values (?, ?)", item.sku, JSON.stringify(item)),
    putLot({ sku, lot, expiresAt, receivedAt }) {
      sql.exec("insert or replace into lots (sku, lot, expires_at, received_at) values (?, ?, ?, ?)", sku, lot, expiresAt, receivedAt);
    },
    putPlate: ({ id, parent, account }) =>
      void sql.exec("insert or replace into plates (id, parent, account) values (?, ?, ?)", id, parent, account),
    putSerial(serial, { account, sku, lot, plate, status }) {
      sql.exec(
        "insert or replace into serials (sku, serial, account, lot, plate, status) values (?, ?, ?, ?, ?, ?)",
        sku,
        serial,
        account,
        lot,
        plate,
        status,
      );
      // As of the event that is being written.
      sql.exec("insert or replace into untold_serials select ?, ?, last_seq + 1 from meta", sku, serial);
    },
  };
}

/** What was promised, asked for and done. */
function paperWriter(sql: SqlStorage): PaperWriter {
  return {
    putReservation(reservation) {
      const { id, demandLine, state, expiresAt, line } = reservation;
      sql.exec(
        "insert or replace into reservations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        demandLine,
        state,
        expiresAt,
        ...keyValues(line),
        JSON.stringify(reservation),
      );
    },
    putTask(task) {
      const { id, state, fromBin, toBin, reservationId, leaseUntil } = task;
      const row = [id, state, fromBin, toBin, reservationId, leaseUntil, JSON.stringify(task)];
      sql.exec("insert or replace into tasks values (?, ?, ?, ?, ?, ?, ?)", ...row);
    },
    putTransfer: (transfer) =>
      void sql.exec("insert or replace into transfers (id, body) values (?, ?)", transfer.id, JSON.stringify(transfer)),
    putDocument: (line) => void sql.exec("insert into documents (line) values (?)", line),
    addMovement({ sku, lot, qty, from, to, reason, serials, taskId }, stamp) {
      sql.exec(
        `insert into movements (seq, command_id, actor_id, device, client_time, at, sku, lot, qty, from_account, from_plate, from_status,
         to_account, to_plate, to_status, reason, serials, task_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        stamp.seq,
        stamp.commandId,
        stamp.actorId,
        stamp.device,
        stamp.clientTimeMs,
        stamp.atMs,
        sku,
        lot,
        qty,
        from.account,
        from.plate,
        from.status,
        to.account,
        to.plate,
        to.status,
        reason,
        JSON.stringify(serials),
        taskId,
      );
    },
    addMessage: (message, { seq }) => void sql.exec("insert into messages (seq, body) values (?, ?)", seq, JSON.stringify(message)),
  };
}
