import { checkZone, type Drift } from "#app/domain/warehouse/ledger/check-zone.ts";
import type { Item, Line, LineKey, Message, Movement, Plate, Reservation } from "#app/domain/warehouse/ledger/facts.ts";
import type { Touched } from "#app/domain/warehouse/ledger/store.ts";
import type { DemandStanding, SerialName, SerialPlace, ZoneTotals } from "#app/domain/warehouse/ports.ts";
import { joinTouched } from "./parts.server.ts";

/** Further back a follower gets the zone whole: it would be hardly more. */
export const keptGap = 5_000;
/** Messages to other zones that one alarm carries. */
export const carriedAtOnce = 100;

export type ZoneBooks = {
  epoch: string;
  /** What events after this place changed; undefined when that is too far back. */
  touchedSince(seq: number): Touched | undefined;
  totals(skus: readonly string[] | null): ZoneTotals[];
  untold(): { sku: string; seq: number }[];
  untoldDemands(): { demandLine: string; seq: number }[];
  untoldSerials(): { sku: string; serial: string; seq: number }[];
  /** Where these numbers are; those that were never here are not among them. */
  serialPlaces(serials: readonly SerialName[]): SerialPlace[];
  /** How far these are; one that was never heard of is not among them. */
  demands(demandLines: readonly string[]): DemandStanding[];
  /** What other zones have to hear, the oldest after this one first. */
  waiting(afterId: number): { id: number; message: Message }[];
  isSweepDue(nowMs: number): boolean;
  hasDeadlines(): boolean;
  check(): Drift[];
};

/** The command that ends what is past its time. */
export const sweeping = () => ({ id: `sweep-${crypto.randomUUID()}`, command: { type: "sweep" } });

/** What is read of a zone besides what its commands look at. */
export function openZoneBooks(sql: SqlStorage): ZoneBooks {
  const count = (query: string, ...values: SqlStorageValue[]) => sql.exec<{ rows: number }>(query, ...values).one().rows;
  return {
    epoch: sql.exec<{ epoch: string }>("select epoch from meta").one().epoch,
    touchedSince(seq) {
      const last = sql.exec<{ last_seq: number }>("select last_seq from meta").one().last_seq;
      if (last - seq > keptGap) return undefined;
      const rows = sql.exec<{ touched: string }>("select touched from events where seq > ? order by seq", seq).toArray();
      return rows.length === last - seq ? joinTouched(rows.map(({ touched }) => JSON.parse(touched) as Touched)) : undefined;
    },
    totals: (skus) => readTotals(sql, skus),
    untold: () => sql.exec<{ sku: string; seq: number }>("select sku, seq from untold order by sku limit 500").toArray(),
    untoldDemands: () =>
      sql
        .exec<{ demandLine: string; seq: number }>(
          "select demand_line as demandLine, seq from untold_demands order by demand_line limit 500",
        )
        .toArray(),
    untoldSerials: () =>
      sql
        .exec<{ sku: string; serial: string; seq: number }>("select sku, serial, seq from untold_serials order by sku, serial limit 500")
        .toArray(),
    serialPlaces: (serials) => readSerialPlaces(sql, serials),
    demands: (demandLines) => readDemands(sql, demandLines),
    waiting: (afterId) =>
      sql
        .exec<{ id: number; body: string }>("select id, body from messages where id > ? order by id limit ?", afterId, carriedAtOnce)
        .toArray()
        .map(({ id, body }) => ({ id, message: JSON.parse(body) as Message })),
    isSweepDue: (nowMs) =>
      count("select count(*) as rows from tasks where state = 'claimed' and lease_until <= ?", nowMs) +
        count("select count(*) as rows from reservations where state = 'held' and expires_at is not null and expires_at <= ?", nowMs) >
      0,
    hasDeadlines: () =>
      count("select count(*) as rows from tasks where state = 'claimed' and lease_until is not null") +
        count("select count(*) as rows from reservations where state = 'held' and expires_at is not null") >
      0,
    check: () => readDrift(sql),
  };
}

function readTotals(sql: SqlStorage, skus: readonly string[] | null): ZoneTotals[] {
  const wanted = skus === null ? "" : "where items.sku in (select value from json_each(?))";
  const inBins = "lines.account like 'bin:%'";
  const rows = sql.exec<ZoneTotals>(
    `select items.sku as sku,
      coalesce(sum(case when ${inBins} then qty end), 0) as onHand,
      coalesce(sum(reserved), 0) as reserved,
      coalesce(sum(case when ${inBins} and status = 'hold' then qty end), 0) as onHold,
      coalesce(sum(case when ${inBins} and status = 'damaged' then qty end), 0) as damaged,
      coalesce(sum(case when account like 'transit:%' then qty end), 0) as inTransit
    from items left join lines on lines.sku = items.sku ${wanted} group by items.sku`,
    ...(skus === null ? [] : [JSON.stringify(skus)]),
  );
  return rows.toArray();
}

function readSerialPlaces(sql: SqlStorage, serials: readonly SerialName[]): SerialPlace[] {
  const rows = sql.exec<SerialName & { account: string }>(
    `select serials.sku as sku, serials.serial as serial, account from json_each(?) wanted
      join serials on serials.sku = wanted.value ->> '$.sku' and serials.serial = wanted.value ->> '$.serial'`,
    JSON.stringify(serials.map(({ sku, serial }) => ({ sku, serial }))),
  );
  return rows.toArray().map(({ sku, serial, account }) => ({ sku, serial, binId: account.startsWith("bin:") ? account.slice(4) : null }));
}

function readDemands(sql: SqlStorage, demandLines: readonly string[]): DemandStanding[] {
  const bodies = sql.exec<{ body: string }>(
    "select body from reservations where demand_line in (select value from json_each(?))",
    JSON.stringify(demandLines),
  );
  const all = bodies.toArray().map(({ body }) => JSON.parse(body) as Reservation);
  return [...Map.groupBy(all, ({ demandLine }) => demandLine)].map(([demandLine, parts]) => {
    const inState = (state: Reservation["state"]) => parts.reduce((units, one) => units + (one.state === state ? one.qty : 0), 0);
    const left = parts
      .filter(({ state }) => state === "shipped")
      .map(({ line: { lot }, qty, serials = [] }) => ({ lot, qty, serials: [...serials] }));
    return { demandLine, held: inState("held"), picked: inState("picked"), shipped: inState("shipped"), left };
  });
}

type MovementRow = { sku: string; lot: string; qty: number } & Record<`${"from" | "to"}_${"account" | "plate" | "status"}`, string>;

function readDrift(sql: SqlStorage): Drift[] {
  const bodies = <Body>(table: "reservations" | "items") =>
    sql
      .exec<{ body: string }>(`select body from ${table}`)
      .toArray()
      .map(({ body }) => JSON.parse(body) as Body);
  const tracked = new Set(bodies<Item>("items").flatMap(({ sku, tracksSerials }) => (tracksSerials ? [sku] : [])));
  return checkZone({
    movements: readMovements(sql),
    lines: sql.exec<Line>("select * from lines").toArray(),
    reservations: bodies<Reservation>("reservations"),
    serials: sql
      .exec<LineKey & { serial: string }>("select * from serials")
      .toArray()
      .map(({ serial, ...key }) => ({ serial, key })),
    plates: sql.exec<Plate>("select id, parent, account from plates").toArray(),
    tracksSerials: (sku) => tracked.has(sku),
  });
}

type Booked = Pick<Movement, "sku" | "lot" | "qty" | "from" | "to">;

/** One after the other: a zone may have had millions of them. Equal ones are added up by the database. */
function* readMovements(sql: SqlStorage): Generator<Booked> {
  const rows = sql.exec<MovementRow>(
    `select sku, lot, sum(qty) as qty, from_account, from_plate, from_status, to_account, to_plate, to_status from movements
     group by sku, lot, from_account, from_plate, from_status, to_account, to_plate, to_status`,
  );
  for (const row of rows) {
    yield {
      sku: row.sku,
      lot: row.lot,
      qty: row.qty,
      from: {
        account: row.from_account,
        plate: row.from_plate,
        status: row.from_status,
      } as Booked["from"],
      to: {
        account: row.to_account,
        plate: row.to_plate,
        status: row.to_status,
      } as Booked["to"],
    };
  }
}
