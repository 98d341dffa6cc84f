import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { products, variants } from "#db/schema/catalog.ts";
import { searchExpression } from "../search.ts";
import { type Order, orderOf, type SortColumns } from "../sorted-page.ts";
import { driverRows } from "./listing-query.ts";
import type { ProductFilter } from "./schemas.ts";

/** Each is the order of an index. What SKUs and listings say is summed up in the product's own row. */
const productSortColumns = {
  title: products.title,
  stock: products.stockTotal,
  cost: products.lowestCostCents,
  updated: products.updatedAt,
  listings: products.listingCount,
} satisfies SortColumns;

export type ProductPlan = { where: SQL | undefined; order: Order; isSearch: boolean };

export function planProducts(workspaceId: string, filter: ProductFilter): ProductPlan {
  const order = orderOf(productSortColumns, filter.sort ?? "title");
  const expression = searchExpression(workspaceId, filter.search ?? "");
  const isArchived = filter.state === "archived";
  const lacks = filter.lacks === undefined ? undefined : lacking(filter.lacks, workspaceId);
  if (expression === undefined) {
    return { where: and(isArchived ? isNotNull(products.archivedAt) : isNull(products.archivedAt), lacks), order, isSearch: false };
  }
  // A search leads: its few rows are tested and sorted. Words of the product and of its SKUs count alike.
  const found = sql`${products.id} in (
    select id from products where rowid in (select rowid from products_fts where products_fts match ${expression} limit ${driverRows})
    union select product_id from variants where rowid in (select rowid from variants_fts where variants_fts match ${expression} limit ${driverRows})
  )`;
  const state = isArchived ? sql`+${products.archivedAt} is not null` : sql`+${products.archivedAt} is null`;
  return { where: and(found, state, lacks), order: { ...order, column: sql`+${order.column}` }, isSearch: true };
}

function lacking(what: NonNullable<ProductFilter["lacks"]>, workspaceId: string): SQL {
  const own = sql`v.workspace_id = ${workspaceId} and v.product_id = ${products.id}`;
  switch (what) {
    case "listing":
      return sql`+${products.listingCount} = 0`;
    case "cost":
      return sql`exists (select 1 from ${variants} v where ${own} and v.cost_cents is null)`;
    case "stock":
      return sql`not exists (select 1 from ${variants} v where ${own} and v.stock > 0)`;
    default:
      return what satisfies never;
  }
}
