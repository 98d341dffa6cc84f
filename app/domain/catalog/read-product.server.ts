import { and, asc, eq } from "drizzle-orm";
import { listings, products } from "#db/schema/catalog.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type ProductVariant, variantsOf } from "./list-products.server.ts";
import { type ChannelName, channelNames, inIds } from "./listing-rows.server.ts";

const shownListings = 100;

export type ProductRecord = typeof products.$inferSelect;
export type ProductListing = {
  id: string;
  variantId: string | null;
  listingRef: string;
  title: string;
  modelName: string;
  currency: string;
  priceCents: number;
  stock: number;
  status: string;
  permalink: string;
  channel: ChannelName | null;
};
type Sums = "stockTotal" | "lowestCostCents" | "listingCount";
export type ProductDetail = Omit<ProductRecord, "workspaceId" | Sums> & {
  variants: (ProductVariant & { version: number })[];
  listings: ProductListing[];
};

export async function findProduct(ctx: ServiceContext, id: string): Promise<ProductRecord> {
  const row = await ctx.db.first(products, eq(products.id, id));
  if (row === undefined) throw notFound("product");
  return row;
}

/** One product with its SKUs and the listings that sell them. */
export async function readProduct(ctx: ServiceContext, input: { id: string }): Promise<ProductDetail> {
  requirePermission(ctx, "catalog:read");
  const { id } = parseInput(byIdSchema, input);
  const { workspaceId: _, stockTotal: _stock, lowestCostCents: _cost, listingCount: _count, ...row } = await findProduct(ctx, id);
  const own = await variantsOf(ctx, [id]);
  const offers = await listingsOfVariants(
    ctx,
    own.map((variant) => variant.id),
  );
  return { ...row, variants: own.map(({ productId: _product, ...variant }) => variant), listings: offers };
}

async function listingsOfVariants(ctx: ServiceContext, variantIds: readonly string[]): Promise<ProductListing[]> {
  const { id, variantId, listingRef, title, modelName, currency, priceCents, stock, status, permalink, channelId } = listings;
  const [channels, rows] = await Promise.all([
    channelNames(ctx),
    ctx.db.read((orm, scope) =>
      orm
        .select({ id, variantId, listingRef, title, modelName, currency, priceCents, stock, status, permalink, channelId })
        .from(listings)
        .where(and(scope(listings), inIds(listings.variantId, variantIds)))
        .orderBy(asc(listings.variantId), asc(listings.id))
        .limit(shownListings),
    ),
  ]);
  return rows.map(({ channelId: own, ...row }) => ({ ...row, channel: channels.get(own) ?? null }));
}
