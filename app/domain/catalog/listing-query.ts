import { and, lt, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { listings } from "#db/schema/catalog.ts";
import { searchExpression } from "../search.ts";
import { type Order, orderOf, type SortColumns } from "../sorted-page.ts";
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
type Condition = { leading: SQL; testing: SQL; keepsTitleOrder: boolean };

function equals(column: SQLiteColumn, value: string | number): Condition {
  return { leading: sql`${column} = ${value}`, testing: sql`+${column} = ${value}`, keepsTitleOrder: true };
}

export function listingConditions(filter: ListingFilter): Condition[] {
  const { channelId, status, link, only } = filter;
  const range = (leading: SQL, testing: SQL): Condition => ({ leading, testing, keepsTitleOrder: false });
  return [
    ...(channelId ? [equals(listings.channelId, channelId)] : []),
    ...(status ? [equals(listings.status, status)] : []),
    ...(link ? [equals(listings.linkState, link)] : []),
    ...(only === "stock" ? [range(lte(listings.stock, 0), sql`+${listings.stock} <= 0`)] : []),
    ...(only === "quality" ? [range(lt(listings.qualityScore, lowQuality), sql`+${listings.qualityScore} < ${lowQuality}`)] : []),
    ...(only === "automated" ? [equals(listings.isPriceAutomated, 1)] : []),
  ];
}

/** `isSearch`: what was found leads the reading, and the workspace only tests it. */
export type ListingPlan = { where: SQL | undefined; order: Order; isSearch: boolean };

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
    return Promise.resolve({ ...led(found, conditions, order), isSearch: true });
  }
  return planWithoutSearch(conditions, order, countUpTo);
}

async function planWithoutSearch(
  conditions: Condition[],
  order: Order,
  countUpTo: (condition: SQL) => Promise<number>,
): Promise<ListingPlan> {
  const counted = await Promise.all(conditions.map(async (condition) => ({ condition, rows: await countUpTo(condition.leading) })));
  const [smallest] = counted.toSorted((a, b) => a.rows - b.rows);
  const others = (leader: Condition) => conditions.filter((one) => one !== leader);
  if (smallest !== undefined && smallest.rows <= driverRows) return led(smallest.condition.leading, others(smallest.condition), order);
  const inOrder = order.column === listings.title ? counted.find(({ condition }) => condition.keepsTitleOrder)?.condition : undefined;
  const tests = (inOrder === undefined ? conditions : others(inOrder)).map((one) => one.testing);
  return { where: and(inOrder?.leading, ...tests), order, isSearch: false };
}

function led(leading: SQL, conditions: Condition[], order: Order): ListingPlan {
  const where = and(leading, ...conditions.map((one) => one.testing));
  return { where, order: { ...order, column: sql`+${order.column}` }, isSearch: false };
}
