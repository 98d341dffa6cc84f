import { and, asc, desc, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { AppError } from "./errors.ts";
import type { Page } from "./paging.ts";

/** A list's order: one column, then the id so that every row has its place. `sort` is what the address says: "-price". */
export type SortColumns = Record<string, SQLiteColumn>;
/** The column is an expression where the order must not choose the index: `+title`. */
export type Order = { column: SQLiteColumn | SQL; isDescending: boolean; sort: string };

export function orderOf(columns: SortColumns, sort: string): Order {
  const isDescending = sort.startsWith("-");
  const property = isDescending ? sort.slice(1) : sort;
  const column = Object.hasOwn(columns, property) ? columns[property] : undefined;
  if (column === undefined) throw new AppError("invalid", "checkFields", { fields: { sort: "fieldInvalid" } });
  return { column, isDescending, sort };
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
