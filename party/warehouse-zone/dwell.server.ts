import { type DwellFigures, dwellKinds } from "#app/domain/warehouse/monitoring/zone-metrics.ts";

type Lying = { kind: DwellFigures["kind"]; account: string; sku: string; lot: string; plate: string; status: string; qty: number };
/** Units that came at one moment. */
type Arrived = { qty: number; ageMs: number };

/** Lines looked at, and arrivals of each: enough for a dock that is in order, and a bound for one that is not. */
const mostLines = 500;
const mostArrivals = 200;

/** How long goods have lain where they should not stay. */
export function readDwell(sql: SqlStorage, nowMs: number): DwellFigures[] {
  const lines = sql
    .exec<Lying>(
      `select bins.body ->> 'kind' as kind, lines.account, lines.sku, lines.lot, lines.plate, lines.status, lines.qty
       from bins join lines on lines.account = 'bin:' || bins.id
       where bins.body ->> 'kind' in (select value from json_each(?)) and lines.qty > 0 limit ?`,
      JSON.stringify(dwellKinds),
      mostLines,
    )
    .toArray();
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  return dwellKinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? [];
    if (own.length === 0) return [];
    const arrived = own.flatMap((line) => arrivalsOf(sql, line, nowMs));
    const units = own.reduce((sum, { qty }) => sum + qty, 0);
    const oldestAgeMs = Math.max(0, ...arrived.map(({ ageMs }) => ageMs));
    return [{ kind, units, lines: own.length, oldestAgeMs, medianAgeMs: medianByUnits(arrived) }];
  });
}

/** The newest arrivals that make up what lies there: what came first is taken to have left first. */
function arrivalsOf(sql: SqlStorage, { account, sku, lot, plate, status, qty }: Lying, nowMs: number): Arrived[] {
  const rows = sql.exec<{ qty: number; at: number }>(
    `select qty, at from movements where sku = ? and to_account = ? and lot = ? and to_plate = ? and to_status = ?
     and (from_account <> to_account or from_plate <> to_plate or from_status <> to_status) order by id desc limit ?`,
    sku,
    account,
    lot,
    plate,
    status,
    mostArrivals,
  );
  const arrived: Arrived[] = [];
  let left = qty;
  for (const row of rows) {
    if (left <= 0) break;
    arrived.push({ qty: Math.min(left, row.qty), ageMs: Math.max(0, nowMs - row.at) });
    left -= row.qty;
  }
  return arrived;
}

function medianByUnits(arrived: readonly Arrived[]): number {
  const inOrder = arrived.toSorted((a, b) => a.ageMs - b.ageMs);
  const half = inOrder.reduce((sum, { qty }) => sum + qty, 0) / 2;
  let seen = 0;
  for (const { qty, ageMs } of inOrder) {
    seen += qty;
    if (seen >= half) return ageMs;
  }
  return 0;
}
