import { type SQL, sql } from "drizzle-orm";
import type { DimensionId } from "./kinds.ts";
import { noValue } from "./sources/shared.ts";
import { type Frame, type Goods, goodsDimensions, type Measure, type Source, type Span } from "./sources/source.ts";

/** Values of one dimension that rows must have, or must not. */
export type Narrowing = { dimension: DimensionId; values: readonly string[]; isNot: boolean };

export type Asked = {
  workspaceId: string;
  nowMs: number;
  measure: Measure;
  by: readonly DimensionId[];
  where: readonly Narrowing[];
  /** None for what is always of this moment. */
  spans: readonly Span[];
  isPerCurrency: boolean;
  /** More groups than these are left out, those with the least first. */
  mostGroups: number;
};

/** One group as the database counted it. Bucket and period are places in the lists of the spans. */
export type Group = [
  bucket: number,
  period: number,
  first: string,
  second: string,
  currency: string,
  value: number | null,
  per: number | null,
];

const clockParts = { weekday: "weekday", "hour-of-day": "hour" } as const;

function isClock(dimension: DimensionId): dimension is keyof typeof clockParts {
  return dimension in clockParts;
}

/** Filters that only goods of a listing can pass: what goes by its place on its channel, or has no value, has none. */
function goodsOf(where: readonly Narrowing[]): Goods[] {
  return where.flatMap(({ dimension, values, isNot }) => {
    const goods = goodsDimensions.find((one) => one === dimension);
    const isNamed = values.every((value) => value !== noValue && !value.includes("/"));
    return goods === undefined || isNot || !isNamed ? [] : [{ dimension: goods, values }];
  });
}

/** Whether a measure's rows know everything that is asked for. Parts of the clock are of the time itself. */
export function fits({ source }: Measure, asked: readonly DimensionId[], bounds: readonly number[] = []): boolean {
  const wholeMs = source.time !== null && source.time.isFramed !== true ? source.time.wholeMs : undefined;
  if (wholeMs !== undefined && bounds.some((at) => at % wholeMs !== 0)) return false;
  return asked.every((dimension) => {
    if (dimension === "hour-of-day") return source.time !== null && source.time.unit !== "days";
    return dimension === "weekday" ? source.time !== null : source.splits[dimension] !== undefined;
  });
}

/**
 * A typed query as SQL. The workspace is not part of what was asked: it comes from the caller's context and is a bound parameter
 * of every table read, as is every value. Nothing of a query is ever text of the statement.
 */
export function compileMeasure({ workspaceId, nowMs, measure, by, where, spans, isPerCurrency, mostGroups }: Asked): SQL {
  const { source } = measure;
  const frame: Frame = { workspaceId, nowMs, spans, by, goods: goodsOf(where) };
  const parts = timeParts(source);
  const idOf = (dimension: DimensionId): SQL => {
    if (isClock(dimension)) return parts[clockParts[dimension]];
    return source.splits[dimension]?.id ?? sql`''`;
  };
  const currency = isPerCurrency ? source.currency : undefined;
  const conditions = [
    sql`${sql.identifier(source.alias)}.workspace_id = ${workspaceId}`,
    ...timeConditions(source),
    ...[source.where, measure.where].flatMap((one) => (one === undefined ? [] : [one])),
    // Parts of the clock were left out of the spans already.
    ...where.filter(({ dimension }) => !isClock(dimension)).map((one) => narrowed(idOf(one.dimension), one)),
  ];
  const used = [...by, ...where.map(({ dimension }) => dimension)];
  return sql`select json_group_array(json_array(bucket, period, a, b, currency, n, d)) as groups from (
    select ${parts.bucket} as bucket, ${parts.period} as period, ${by[0] === undefined ? sql`''` : idOf(by[0])} as a,
      ${by[1] === undefined ? sql`''` : idOf(by[1])} as b, ${currency?.id ?? sql`''`} as currency,
      ${measure.value} as n, ${measure.per ?? sql`null`} as d
    from ${sql.join([...fromParts(source, frame), ...joinsOf(measure, used, isPerCurrency).map((join) => join(frame))], sql` `)}
    where ${sql.join(conditions, sql` and `)}
    group by 1, 2, 3, 4, 5 order by abs(n) desc limit ${mostGroups})`;
}

type TimeParts = Record<"bucket" | "period" | "weekday" | "hour", SQL>;

function timeParts(source: Source): TimeParts {
  const column = (name: string) => sql`${sql.identifier(source.alias)}.${sql.identifier(name)}`;
  if (source.time === null) return { bucket: sql`0`, period: sql`0`, weekday: sql`''`, hour: sql`''` };
  if (source.time.isFramed === true)
    return { bucket: column("bucket"), period: column("period"), weekday: column("weekday"), hour: column("hour") };
  const piece = (place: number) => sql`span.value ->> ${sql.raw(String(place))}`;
  return { bucket: piece(2), period: piece(3), weekday: piece(4), hour: piece(5) };
}

function fromParts(source: Source, frame: Frame): SQL[] {
  const isCut = source.time !== null && source.time.isFramed !== true;
  return isCut ? [sql`json_each(${JSON.stringify(frame.spans)}) as span cross join`, source.from(frame)] : [source.from(frame)];
}

function timeConditions({ time }: Source): SQL[] {
  if (time === null || time.isFramed === true) return [];
  return [sql`${time.column} >= span.value ->> 0`, sql`${time.column} < span.value ->> 1`];
}

/** In the order in which the source names them: later ones build on earlier ones. */
function joinsOf({ source, joins = [] }: Measure, used: readonly DimensionId[], isPerCurrency: boolean): ((frame: Frame) => SQL)[] {
  const wanted = new Set([
    ...joins,
    ...used.flatMap((dimension) => source.splits[dimension]?.joins ?? []),
    ...(isPerCurrency ? (source.currency?.joins ?? []) : []),
  ]);
  return Object.entries(source.joins ?? {}).flatMap(([name, join]) => (wanted.has(name) ? [join] : []));
}

function narrowed(id: SQL, { values, isNot }: Narrowing): SQL {
  const list = sql`(select value from json_each(${JSON.stringify(values)}))`;
  return isNot ? sql`${id} not in ${list}` : sql`${id} in ${list}`;
}
