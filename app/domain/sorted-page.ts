import { and, asc, desc, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { AppError } from "./errors.ts";
import type { Page } from "./paging.ts";

/** A list's order: one column, then the id so that every row has its place. `sort` is what the address says: "-price". */
export type SortColumns = Record<string, SQLiteColumn>;
/** The column is an expression where the order must not choose the index: `+title`. */
export type Order = { column: SQLiteColumn | SQL; isDescending: boolean; sort: string; isNullable: boolean };

export function orderOf(columns: SortColumns, sort: string): Order {
  const isDescending = sort.startsWith("-");
  const property = isDescending ? sort.slice(1) : sort;
  const column = Object.hasOwn(columns, property) ? columns[property] : undefined;
  if (column === undefined) throw new AppError("invalid", "checkFields", { fields: { sort: "fieldInvalid" } });
  return { column, isDescending, sort, isNullable: !column.notNull };
}

export function orderBy({ column, isDescending }: Order, id: SQLiteColumn): SQL[] {
  return isDescending ? [desc(column), desc(id)] : [asc(column), asc(id)];
}

/** The rows behind the cursor. A cursor of another order is refused: it would skip rows without a word. */
export function afterCursor({ column, isDescending, sort }: Order, id: SQLiteColumn, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const [ownSort, value, lastId] = decodeCursor(cursor) ?? [];
  if (ownSort !== sort || value === undefined || typeof lastId !== "string") {
    throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
  }
  const beyond = isDescending ? sql`${column} < ${value}` : sql`${column} > ${value}`;
  const tied = isDescending ? sql`${id} < ${lastId}` : sql`${id} > ${lastId}`;
  const bound = isDescending ? sql`${column} <= ${value}` : sql`${column} >= ${value}`;
  // The bound alone can use the index; the rest picks the place among equal values.
  return and(bound, or(beyond, tied));
}

export type Stretch = { where: SQL | undefined; orderBy: SQL[] };

/** What to read one after the other: rows without a value come last in both directions, where a cursor can find them. */
export function stretchesOf(plan: { where: SQL | undefined; order: Order }, id: SQLiteColumn, cursor: string | undefined): Stretch[] {
  const { where, order } = plan;
  if (!order.isNullable) return [{ where: and(where, afterCursor(order, id, cursor)), orderBy: orderBy(order, id) }];
  const lastEmpty = emptyCursor(order.sort, cursor);
  const beyond = lastEmpty === undefined ? undefined : order.isDescending ? lt(id, lastEmpty) : gt(id, lastEmpty);
  const empty: Stretch = {
    where: and(sql`${order.column} is null`, where, beyond),
    orderBy: [order.isDescending ? desc(id) : asc(id)],
  };
  if (lastEmpty !== undefined) return [empty];
  const filled = and(sql`${order.column} is not null`, where, afterCursor(order, id, cursor));
  return [{ where: filled, orderBy: orderBy(order, id) }, empty];
}

function emptyCursor(sort: string, cursor: string | undefined): string | undefined {
  const [ownSort, value, lastId] = cursor === undefined ? [] : (decodeCursor(cursor) ?? []);
  return ownSort === sort && value === "" && typeof lastId === "string" ? lastId : undefined;
}

/** Reads stretch after stretch until there are enough rows. */
export async function readStretches<Row>(
  stretches: readonly Stretch[],
  wanted: number,
  read: (stretch: Stretch, limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const stretch of stretches) {
    if (found.length < wanted) found.push(...(await read(stretch, wanted - found.length)));
  }
  return found;
}

/** Cuts rows read with `limit + 1` into a page; `valueOf` gives a row's value in the sorted column. */
export function toSortedPage<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  order: Order,
  valueOf: (row: Row) => string | number,
): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([order.sort, valueOf(last), last.id]) : null;
  return { data, nextCursor };
}
