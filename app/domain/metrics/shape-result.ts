import type { Group } from "./compile.ts";
import { maxRows, type MetricUnit } from "./kinds.ts";
import type { Plan } from "./plan-query.ts";
import type { MetricColumn, MetricRow, MetricTotal } from "./result.ts";

/** What was counted, as the database gave it. */
export type Counted = {
  groups: readonly Group[];
  isRatio: boolean;
  scale: number;
  isPerCurrency: boolean;
  /** There were more groups than are taken. */
  isCut: boolean;
  /** The parts do not add up to the whole, which is counted for itself. */
  hasOwnWhole: boolean;
};

type Sums = { n: number; d: number };
type Cell = { bucket: number; ids: [string, string]; currency: string; now: Sums; before: Sums };
/** A row before people can read it: ids instead of names. */
export type Line = { bucket: number; ids: [string, string]; currency: string; value: number | null; compared: number | null };
export type Lines = { lines: Line[]; totals: MetricTotal[]; isCut: boolean };

const wholeUnits = new Set<MetricUnit>(["count", "money", "micro-usd"]);

function toValue({ n, d }: Sums, { isRatio, scale }: Counted, unit: MetricUnit): number | null {
  if (isRatio && d === 0) return null;
  const value = (isRatio ? n / d : n) * scale;
  return wholeUnits.has(unit) ? Math.round(value) : value;
}

function toCells(groups: readonly Group[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [bucket, period, first, second, currency, value, per] of groups) {
    const key = JSON.stringify([bucket, first, second, currency]);
    const fresh = (): Cell => ({ bucket, ids: [String(first), String(second)], currency, now: { n: 0, d: 0 }, before: { n: 0, d: 0 } });
    const cell = cells.get(key) ?? fresh();
    const sums = period === 0 ? cell.now : cell.before;
    sums.n += value ?? 0;
    sums.d += per ?? 0;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

/** Gaps in time are told as nothing, not left out: a line through them would be a lie. */
function fillTime(cells: Cell[], buckets: number, mainCurrency: string): Cell[] {
  const series = Map.groupBy(cells, ({ ids, currency }) => JSON.stringify([ids, currency]));
  if (series.size === 0)
    series.set("", [{ bucket: 0, ids: ["", ""], currency: mainCurrency, now: { n: 0, d: 0 }, before: { n: 0, d: 0 } }]);
  return [...series.values()].flatMap((own) => {
    const known = new Map(own.map((cell) => [cell.bucket, cell]));
    const [{ ids, currency } = { ids: ["", ""] as [string, string], currency: "" }] = own;
    return Array.from(
      { length: buckets },
      (_, bucket): Cell => known.get(bucket) ?? { bucket, ids, currency, now: { n: 0, d: 0 }, before: { n: 0, d: 0 } },
    );
  });
}

function totalsOf(cells: readonly Cell[], counted: Counted, { query, entry }: Plan, mainCurrency: string): MetricTotal[] {
  const byCurrency = Map.groupBy(cells, ({ currency }) => currency);
  if (byCurrency.size === 0) byCurrency.set(counted.isPerCurrency ? mainCurrency : "", []);
  const sum = (own: readonly Cell[], period: "now" | "before"): Sums =>
    own.reduce((all, cell) => ({ n: all.n + cell[period].n, d: all.d + cell[period].d }), { n: 0, d: 0 });
  return [...byCurrency]
    .map(([currency, own]) => ({
      currency: currency === "" ? null : currency,
      value: toValue(sum(own, "now"), counted, entry.unit),
      compared: query.compare === "none" ? null : toValue(sum(own, "before"), counted, entry.unit),
    }))
    .toSorted(
      (a, b) => firstCurrency(a.currency, mainCurrency) - firstCurrency(b.currency, mainCurrency) || (b.value ?? 0) - (a.value ?? 0),
    );
}

function firstCurrency(currency: string | null, main: string): number {
  return currency === main ? 0 : 1;
}

export function changeOf(value: number | null, compared: number | null): number | null {
  return value === null || compared === null || compared === 0 ? null : (value - compared) / Math.abs(compared);
}

type Shaping = { plan: Plan; mainCurrency: string; whole: Counted | null; labelOf: (line: Line) => string };

/** Rows and totals of what was counted: gaps filled, too small ones left out, in order, and as many as were asked for. */
export function shapeLines(counted: Counted, { plan, mainCurrency, whole, labelOf }: Shaping): Lines {
  const { query, entry } = plan;
  const buckets = plan.current?.buckets.length ?? 1;
  const found = toCells(counted.groups);
  const isOne = query.by.length === 0 && query.grain === null;
  // Stretches of other lengths: what has no place beside the current one counts only for the whole.
  const inPlace = found.filter(({ bucket }) => bucket < buckets);
  const cells = query.grain !== null || isOne ? fillTime(inPlace, buckets, counted.isPerCurrency ? mainCurrency : "") : inPlace;
  const toLine = (cell: Cell): Line => ({
    bucket: cell.bucket,
    ids: cell.ids,
    currency: cell.currency,
    value: toValue(cell.now, counted, entry.unit),
    compared: query.compare === "none" ? null : toValue(cell.before, counted, entry.unit),
  });
  const isKept = ({ value }: Line): boolean => {
    if (query.having === null) return true;
    const { atLeast = -Infinity, atMost = Infinity } = query.having;
    return value !== null && value >= atLeast && value <= atMost;
  };
  const kept = cells.filter((cell) => isKept(toLine(cell)));
  const counts = query.having === null ? found : kept;
  const totals =
    whole === null || query.having !== null
      ? totalsOf(counts, counted, plan, mainCurrency)
      : totalsOf(toCells(whole.groups), whole, plan, mainCurrency);
  const { lines, isCut } = cutLines(inOrder(kept.map(toLine), plan, mainCurrency, labelOf), plan, buckets);
  return { lines, totals: totals.map((total) => wholeOrNothing(total, counted, query.having !== null)), isCut: isCut || counted.isCut };
}

/** Of different people, or of parts that overlap, no sum is the number of all of them. */
function wholeOrNothing(total: MetricTotal, { hasOwnWhole }: Counted, isNarrowed: boolean): MetricTotal {
  return hasOwnWhole && isNarrowed ? { ...total, value: null, compared: null } : total;
}

function inOrder(lines: Line[], { query }: Plan, mainCurrency: string, labelOf: Shaping["labelOf"]): Line[] {
  const usual = query.grain === null ? { by: "value" as const, isDescending: true } : { by: "time" as const, isDescending: false };
  const { by, isDescending } = query.order ?? usual;
  const sign = isDescending ? -1 : 1;
  const number = (line: Line) => (by === "value" ? line.value : changeOf(line.value, line.compared));
  const compare = (a: Line, b: Line): number => {
    const money = firstCurrency(a.currency, mainCurrency) - firstCurrency(b.currency, mainCurrency);
    if (money !== 0) return money;
    if (by === "time") return sign * (a.bucket - b.bucket);
    if (by === "label") return sign * labelOf(a).localeCompare(labelOf(b));
    const [left, right] = [number(a), number(b)];
    // What nobody knows comes last, whichever way round.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  };
  const text = (line: Line) => JSON.stringify([line.bucket, line.ids]);
  return lines.toSorted((a, b) => compare(a, b) || (text(a) < text(b) ? -1 : 1));
}

/** Lines over time are kept whole: as many series as there is room for, the largest first. */
function cutLines(lines: Line[], { query }: Plan, buckets: number): { lines: Line[]; isCut: boolean } {
  const isTimeline = query.grain !== null && (query.order === null || query.order.by === "time");
  if (!isTimeline) return { lines: lines.slice(0, query.limit), isCut: lines.length > query.limit };
  const seriesOf = ({ ids, currency }: Line) => JSON.stringify([ids, currency]);
  const sizes = new Map<string, number>();
  for (const line of lines) sizes.set(seriesOf(line), (sizes.get(seriesOf(line)) ?? 0) + Math.abs(line.value ?? 0));
  const room = Math.max(1, Math.floor(Math.max(query.limit, buckets) / Math.max(1, buckets)));
  const largest = new Set(
    [...sizes]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, room)
      .map(([series]) => series),
  );
  const kept = lines.filter((line) => largest.has(seriesOf(line))).slice(0, Math.max(query.limit, maxRows));
  return { lines: kept, isCut: kept.length < lines.length };
}

/** What the columns are, in the order they are read. */
export function columnsOf({ query, entry }: Plan, currencies: readonly string[]): MetricColumn[] {
  const currency = currencies.length === 1 ? (currencies[0] ?? null) : null;
  const value = { kind: "value", metric: query.metric, unit: entry.unit, currency: currency === "" ? null : currency } as const;
  return [
    ...(query.grain === null ? [] : [{ key: "time", kind: "time", grain: query.grain } as const]),
    ...query.by.map((dimension) => ({ key: dimension, kind: "dimension", dimension }) as const),
    ...(currencies.length > 1 ? [{ key: "currency", kind: "currency" } as const] : []),
    { key: "value", ...value },
    ...(query.compare === "none"
      ? []
      : ([
          { key: "compared", ...value },
          { key: "change", kind: "change" },
        ] as const)),
  ];
}

/** One row as people and programs read it. */
export function toRow(
  line: Line,
  { query, current }: Plan,
  nameOf: (place: 0 | 1, id: string) => string,
  hasCurrencies: boolean,
): MetricRow {
  const row: MetricRow = {};
  if (query.grain !== null) row["time"] = current?.buckets[line.bucket] ?? null;
  for (const [place, dimension] of query.by.entries()) {
    const side = place === 0 ? 0 : 1;
    row[dimension] = nameOf(side, line.ids[side]);
    row[`${dimension}Id`] = line.ids[side];
  }
  if (hasCurrencies) row["currency"] = line.currency;
  row["value"] = line.value;
  if (query.compare !== "none") {
    row["compared"] = line.compared;
    row["change"] = changeOf(line.value, line.compared);
  }
  return row;
}
