import { and, asc, sql } from "drizzle-orm";
import type { z } from "zod";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, toSortedPage } from "../sorted-page.ts";
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

/** The catalogue by name: each product with its SKUs and where it is offered. */
export async function listProducts(ctx: ServiceContext, input: ListInput = {}): Promise<Page<ProductRow>> {
  requirePermission(ctx, "catalog:read");
  const { limit, cursor, ...filter } = parseInput(listProductsSchema, input);
  const { where, order } = planProducts(ctx.workspaceId, filter);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: products.id,
        title: products.title,
        brand: products.brand,
        imageUrl: sql<string | null>`json_extract(${products.imageUrls}, '$[0]')`,
        archivedAt: products.archivedAt,
        createdAt: products.createdAt,
        updatedAt: products.updatedAt,
        version: products.version,
      })
      .from(products)
      .where(and(scope(products), where, afterCursor(order, products.id, cursor)))
      .orderBy(...orderBy(order, products.id))
      .limit(limit + 1),
  );
  const page = toSortedPage(rows, limit, order, (row) => row.title);
  const ids = page.data.map((row) => row.id);
  const [ownVariants, ownListings] = await Promise.all([variantsOf(ctx, ids), listingCounts(ctx, ids)]);
  const data = page.data.map((row) => ({
    ...row,
    variants: ownVariants.filter((one) => one.productId === row.id).map(({ productId: _product, ...variant }) => variant),
    listings: ownListings.filter((one) => one.productId === row.id).map(({ productId: _product, ...count }) => count),
  }));
  return { data, nextCursor: page.nextCursor };
}

export function variantsOf(
  ctx: ServiceContext,
  productIds: readonly string[],
): Promise<(ProductVariant & { productId: string; version: number })[]> {
  if (productIds.length === 0) return Promise.resolve([]);
  const { id, productId, sku, gtin, name, costCents, currency, stock, weightGrams, version } = variants;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id, productId, sku, gtin, name, costCents, currency, stock, weightGrams, version })
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
        .innerJoin(listings, and(sql`${listings.variantId} = ${variants.id}`, scope(listings)))
        .where(and(scope(variants), inIds(variants.productId, productIds)))
        .groupBy(variants.productId, listings.channelId),
    ),
  ]);
  return rows.map((row) => ({ ...row, channel: channels.get(row.channelId)?.name ?? "" }));
}
