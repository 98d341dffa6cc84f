import { and, asc, desc, eq, gt, lt, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { listings } from "#db/schema/catalog.ts";
import { decodeCursor } from "#app/platform/cursor.ts";
import { searchExpression } from "../search.ts";
import { afterCursor, type Order, orderBy, orderOf, type SortColumns } from "../sorted-page.ts";
import type { ListingFilter } from "./schemas.ts";

const listingSortColumns = {
  title: listings.title,
  price: listings.priceCents,
  stock: listings.stock,
  sold: listings.sold,
  quality: listings.qualityScore,
  updated: listings.remoteUpdatedAt,
} satisfies SortColumns;

/** Listings under this need work, as the marketplaces themselves draw the line. */
export const lowQuality = 60;
/** A search shows as many as this, and a filter with fewer rows leads the reading instead of the order. */
export const driverRows = 1_000;

/** A condition in two forms: one that may choose the index, and one that only tests rows. */
type Condition = { leading: SQL; testing: SQL; isIndexed: boolean; keepsTitleOrder: boolean };

function equals(column: SQLiteColumn, value: string): Condition {
  return { leading: eq(column, value), testing: sql`+${column} = ${value}`, isIndexed: true, keepsTitleOrder: true };
}

export function listingConditions(filter: ListingFilter): Condition[] {
  const { channelId, status, link, only } = filter;
  const range = (leading: SQL, testing: SQL): Condition => ({ leading, testing, isIndexed: true, keepsTitleOrder: false });
  const automated = sql`+${listings.isPriceAutomated} = 1`;
  return [
    ...(channelId ? [equals(listings.channelId, channelId)] : []),
    ...(status ? [equals(listings.status, status)] : []),
    ...(link ? [equals(listings.linkState, link)] : []),
    ...(only === "stock" ? [range(lte(listings.stock, 0), sql`+${listings.stock} <= 0`)] : []),
    ...(only === "quality" ? [range(lt(listings.qualityScore, lowQuality), sql`+${listings.qualityScore} < ${lowQuality}`)] : []),
    ...(only === "automated" ? [{ leading: automated, testing: automated, isIndexed: false, keepsTitleOrder: false }] : []),
  ];
}

export type ListingPlan = { where: SQL | undefined; order: Order };

/**
 * SQLite has no statistics here and would take any equality for selective. So the reader decides: a search or a small filter
 * leads, and its few rows are sorted; otherwise the order leads and rows are tested on the way until the page is full.
 */
export function planListings(
  workspaceId: string,
  filter: ListingFilter,
  countUpTo: (condition: SQL) => Promise<number>,
): Promise<ListingPlan> {
  const order = orderOf(listingSortColumns, filter.sort ?? "title");
  const conditions = listingConditions(filter);
  const expression = searchExpression(workspaceId, filter.search ?? "");
  if (expression !== undefined) {
    const found = sql`"listings".rowid in (select rowid from listings_fts where listings_fts match ${expression} limit ${driverRows})`;
    return Promise.resolve(led(found, conditions, order));
  }
  return planWithoutSearch(conditions, order, countUpTo);
}

async function planWithoutSearch(
  conditions: Condition[],
  order: Order,
  countUpTo: (condition: SQL) => Promise<number>,
): Promise<ListingPlan> {
  const indexed = conditions.filter((one) => one.isIndexed);
  const counted = await Promise.all(indexed.map(async (condition) => ({ condition, rows: await countUpTo(condition.leading) })));
  const [smallest] = counted.toSorted((a, b) => a.rows - b.rows);
  const others = (leader: Condition) => conditions.filter((one) => one !== leader);
  if (smallest !== undefined && smallest.rows <= driverRows) return led(smallest.condition.leading, others(smallest.condition), order);
  const inOrder = order.column === listings.title ? counted.find(({ condition }) => condition.keepsTitleOrder)?.condition : undefined;
  const tests = (inOrder === undefined ? conditions : others(inOrder)).map((one) => one.testing);
  return { where: and(inOrder?.leading, ...tests), order };
}

function led(leading: SQL, conditions: Condition[], order: Order): ListingPlan {
  return { where: and(leading, ...conditions.map((one) => one.testing)), order: { ...order, column: sql`+${order.column}` } };
}

export type ListingStretch = { where: SQL | undefined; orderBy: SQL[] };

/** What to read one after the other: rows without a quality come last in both directions, where a cursor can find them. */
export function listingStretches({ where, order }: ListingPlan, cursor: string | undefined): ListingStretch[] {
  const isByQuality = order.sort.endsWith("quality");
  if (!isByQuality) return [{ where: and(where, afterCursor(order, listings.id, cursor)), orderBy: orderBy(order, listings.id) }];
  const lastUnrated = unratedCursor(order.sort, cursor);
  const beyond = lastUnrated === undefined ? undefined : order.isDescending ? lt(listings.id, lastUnrated) : gt(listings.id, lastUnrated);
  const unrated: ListingStretch = {
    where: and(sql`${order.column} is null`, where, beyond),
    orderBy: [order.isDescending ? desc(listings.id) : asc(listings.id)],
  };
  if (lastUnrated !== undefined) return [unrated];
  const rated = and(sql`${order.column} is not null`, where, afterCursor(order, listings.id, cursor));
  return [{ where: rated, orderBy: orderBy(order, listings.id) }, unrated];
}

function unratedCursor(sort: string, cursor: string | undefined): string | undefined {
  const [ownSort, value, id] = cursor === undefined ? [] : (decodeCursor(cursor) ?? []);
  return ownSort === sort && value === "" && typeof id === "string" ? id : undefined;
}
