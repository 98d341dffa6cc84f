import { and, asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { readStretches, type Stretch, stretchesOf, toSortedPage } from "../sorted-page.ts";
import { channelNames, inIds } from "./listing-rows.server.ts";
import { planProducts } from "./product-query.ts";
import { listProductsSchema } from "./schemas.ts";

export type ProductVariant = {
  id: string;
  sku: string;
  gtin: string | null;
  name: string;
  costCents: number | null;
  currency: string;
  stock: number;
  weightGrams: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
};
export type ProductRow = {
  id: string;
  title: string;
  brand: string | null;
  imageUrl: string | null;
  archivedAt: number | null;
  createdAt: number;
  updatedAt: number;
  version: number;
  variants: ProductVariant[];
  /** How many listings sell it, by the channel's name. */
  listings: { channelId: string; channel: string; count: number }[];
};
type ListInput = z.input<typeof listProductsSchema>;

/** The catalogue, narrowed and sorted: each product with its SKUs and where it is offered. */
export async function listProducts(ctx: ServiceContext, input: ListInput = {}): Promise<Page<ProductRow>> {
  requirePermission(ctx, "catalog:read");
  const { limit, cursor, ...filter } = parseInput(listProductsSchema, input);
  const plan = planProducts(ctx.workspaceId, filter);
  const stretches = stretchesOf(plan, products.id, cursor);
  const rows = await readStretches(stretches, limit + 1, (stretch, wanted) => readStretch(ctx, plan.isSearch, stretch, wanted));
  const property = filter.sort?.replace(/^-/, "") ?? "title";
  const page = toSortedPage(rows, limit, plan.order, (row) => sortValue(row, property));
  const ids = page.data.map((row) => row.id);
  const [ownVariants, ownListings] = await Promise.all([variantsOf(ctx, ids), listingCounts(ctx, ids)]);
  const data = page.data.map(({ stockTotal: _stock, lowestCostCents: _cost, listingCount: _count, ...row }) => ({
    ...row,
    variants: ownVariants.filter((one) => one.productId === row.id).map(({ productId: _product, ...variant }) => variant),
    listings: ownListings.filter((one) => one.productId === row.id).map(({ productId: _product, ...count }) => count),
  }));
  return { data, nextCursor: page.nextCursor };
}

function readStretch(ctx: ServiceContext, isSearch: boolean, stretch: Stretch, limit: number) {
  const { id, title, brand, archivedAt, createdAt, updatedAt, version, stockTotal, lowestCostCents, listingCount } = products;
  const imageUrl = sql<string | null>`json_extract(${products.imageUrls}, '$[0]')`;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id, title, brand, imageUrl, archivedAt, createdAt, updatedAt, version, stockTotal, lowestCostCents, listingCount })
      .from(products)
      .where(and(scope(products, isSearch ? "led" : undefined), stretch.where))
      .orderBy(...stretch.orderBy)
      .limit(limit),
  );
}

function sortValue(row: Awaited<ReturnType<typeof readStretch>>[number], property: string): string | number {
  switch (property) {
    case "stock":
      return row.stockTotal;
    case "cost":
      return row.lowestCostCents ?? "";
    case "updated":
      return row.updatedAt;
    case "listings":
      return row.listingCount;
    default:
      return row.title;
  }
}

export function variantsOf(
  ctx: ServiceContext,
  productIds: readonly string[],
): Promise<(ProductVariant & { productId: string; version: number })[]> {
  if (productIds.length === 0) return Promise.resolve([]);
  const { id, productId, sku, gtin, name, costCents, currency, stock, weightGrams, lengthMm, widthMm, heightMm, version } = variants;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id, productId, sku, gtin, name, costCents, currency, stock, weightGrams, lengthMm, widthMm, heightMm, version })
      .from(variants)
      .where(and(scope(variants), inIds(variants.productId, productIds)))
      .orderBy(asc(variants.id)),
  );
}

async function listingCounts(ctx: ServiceContext, productIds: readonly string[]) {
  if (productIds.length === 0) return [];
  const [channels, rows] = await Promise.all([
    channelNames(ctx),
    ctx.db.read((orm, scope) =>
      orm
        .select({ productId: variants.productId, channelId: listings.channelId, count: sql<number>`count(*)` })
        .from(variants)
        // Crossed, so that the few variants lead: SQLite would rather pass every listing of the workspace.
        .crossJoin(listings)
        .where(and(scope(variants), inIds(variants.productId, productIds), scope(listings), eq(listings.variantId, variants.id)))
        .groupBy(variants.productId, listings.channelId),
    ),
  ]);
  return rows.map((row) => ({ ...row, channel: channels.get(row.channelId)?.name ?? "" }));
}
