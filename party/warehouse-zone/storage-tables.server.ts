const untoldSerials =
  "create table if not exists untold_serials (sku text not null, serial text not null, seq integer not null, primary key (sku, serial)) without rowid";

/**
 * A zone's own books. Written once and only added to: `movements` and `events`, whose old end moves to the archive. What is asked for by a column is a column;
 * the rest of a row travels as one text.
 */
const tables = [
  "create table if not exists meta (id integer primary key check (id = 1), epoch text not null, last_seq integer not null, settings text)",
  "create table if not exists bins (id text primary key, version integer not null, body text not null) without rowid",
  "create table if not exists items (sku text primary key, body text not null) without rowid",
  "create table if not exists lots (sku text not null, lot text not null, expires_at integer, received_at integer not null, primary key (sku, lot)) without rowid",
  `create table if not exists lines (
    account text not null, sku text not null, lot text not null, plate text not null, status text not null,
    qty integer not null, reserved integer not null, primary key (account, sku, lot, plate, status)) without rowid`,
  "create index if not exists lines_sku on lines (sku)",
  "create index if not exists lines_plate on lines (plate) where plate <> ''",
  "create table if not exists plates (id text primary key, parent text, account text not null) without rowid",
  "create index if not exists plates_parent on plates (parent) where parent is not null",
  `create table if not exists serials (
    sku text not null, serial text not null, account text not null, lot text not null, plate text not null, status text not null,
    primary key (sku, serial)) without rowid`,
  "create index if not exists serials_line on serials (account, sku, lot, plate, status)",
  `create table if not exists reservations (
    id text primary key, demand_line text not null, state text not null, expires_at integer,
    account text not null, sku text not null, lot text not null, plate text not null, status text not null, body text not null) without rowid`,
  "create index if not exists reservations_demand on reservations (demand_line)",
  "create index if not exists reservations_line on reservations (account, sku, lot, plate, status) where state in ('held', 'picked')",
  "create index if not exists reservations_end on reservations (expires_at) where state = 'held' and expires_at is not null",
  `create table if not exists tasks (
    id text primary key, state text not null, from_bin text, to_bin text, reservation_id text, lease_until integer, body text not null) without rowid`,
  "create index if not exists tasks_from on tasks (from_bin) where state in ('open', 'claimed')",
  "create index if not exists tasks_to on tasks (to_bin) where state in ('open', 'claimed')",
  "create index if not exists tasks_reservation on tasks (reservation_id) where reservation_id is not null",
  "create index if not exists tasks_batch on tasks (body ->> '$.batch') where state in ('open', 'claimed') and body ->> '$.batch' is not null",
  "create index if not exists tasks_lease on tasks (lease_until) where state = 'claimed'",
  "create table if not exists transfers (id text primary key, body text not null) without rowid",
  "create table if not exists documents (line text primary key) without rowid",
  `create table if not exists movements (
    id integer primary key autoincrement, seq integer not null, command_id text not null, actor_id text not null, device text,
    client_time integer, at integer not null, sku text not null, lot text not null, qty integer not null check (qty > 0),
    from_account text not null, from_plate text not null, from_status text not null,
    to_account text not null, to_plate text not null, to_status text not null,
    reason text not null, serials text not null, task_id text)`,
  "create index if not exists movements_sku on movements (sku, id)",
  // Who did it is not known of what happened before that was kept with the event.
  `create table if not exists events (
    seq integer primary key, command_id text not null, at integer not null, touched text not null, actor_id text, device text)`,
  "create table if not exists replies (id text primary key, hash text not null, reply text not null, at integer not null) without rowid",
  "create index if not exists replies_at on replies (at)",
  "create table if not exists messages (id integer primary key autoincrement, seq integer not null, body text not null)",
  // SKUs whose totals other parts of the product have not heard of since this event.
  "create table if not exists untold (sku text primary key, seq integer not null) without rowid",
  "create table if not exists untold_demands (demand_line text primary key, seq integer not null) without rowid",
  untoldSerials,
];

export function makeTables(sql: SqlStorage, newEpoch: () => string): void {
  const isOlder = hasTable(sql, "serials") && !hasTable(sql, "untold_serials");
  if (hasTable(sql, "events") && !hasTable(sql, "events", "actor_id")) {
    for (const column of ["actor_id", "device"]) sql.exec(`alter table events add column ${column} text`);
  }
  for (const table of tables) sql.exec(table);
  sql.exec("insert or ignore into meta (id, epoch, last_seq) values (1, ?, 0)", newEpoch());
  // A zone that was there before its numbers were told has all of them to tell.
  if (isOlder) sql.exec("insert into untold_serials select sku, serial, (select last_seq from meta) from serials");
}

/** With a column, if one is named. */
function hasTable(sql: SqlStorage, name: string, column = ""): boolean {
  const query = "select 1 as found from sqlite_master where type = 'table' and name = ? and instr(sql, ?) > 0";
  return sql.exec(query, name, column === "" ? name : `${column} `).toArray().length > 0;
}
