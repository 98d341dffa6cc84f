import { and, eq, isNull } from "drizzle-orm";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { inIds } from "../catalog/listing-rows.server.ts";
import type { ServiceContext } from "../context.ts";
import { isPublicAttribute, levelOf, type PublicGood } from "./public-good.ts";

const mostGoods = 40;
const describedLength = 1_500;
const mostAttributes = 40;

type Product = typeof products.$inferSelect;
type Variant = typeof variants.$inferSelect;
type Listing = typeof listings.$inferSelect;

/** Of these products, the ones that are on sale somewhere, as anybody may see them and in the same order. */
export async function readPublicGoods(ctx: ServiceContext, productIds: readonly string[]): Promise<PublicGood[]> {
  const ids = [...new Set(productIds)].slice(0, mostGoods);
  if (ids.length === 0) return [];
  const [rows, skus] = await Promise.all([
    ctx.db.all(products, { ids, where: isNull(products.archivedAt) }),
    ctx.db.all(variants, { where: inIds(variants.productId, ids), isLed: true }),
  ]);
  const onSale =
    skus.length === 0
      ? []
      : await ctx.db.all(listings, {
          where: and(
            inIds(
              listings.variantId,
              skus.map(({ id }) => id),
            ),
            eq(listings.status, "active"),
            eq(listings.linkState, "linked"),
          ),
          isLed: true,
        });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined
      ? []
      : toGood(
          row,
          skus.filter(({ productId }) => productId === id),
          onSale,
        );
  });
}

/** The product that a page shows by its SKU. */
export async function productIdOfSku(ctx: ServiceContext, sku: string): Promise<string | undefined> {
  return (await ctx.db.first(variants, eq(variants.sku, sku)))?.productId;
}

function toGood(row: Product, skus: readonly Variant[], onSale: readonly Listing[]): PublicGood[] {
  const own = new Set(skus.map(({ id }) => id));
  const offers = onSale.filter(({ variantId }) => variantId !== null && own.has(variantId));
  const [first] = offers;
  if (first === undefined) return [];
  const offered = new Set(offers.map(({ variantId }) => variantId));
  const sold = skus.filter(({ id }) => offered.has(id));
  const prices = offers.filter(({ currency }) => currency === first.currency).map(({ priceCents }) => priceCents);
  return [
    {
      id: row.id,
      title: row.title,
      brand: row.brand,
      description: (row.description ?? "").slice(0, describedLength),
      attributes: row.attributes
        .filter(isPublicAttribute)
        .slice(0, mostAttributes)
        .map(({ name, value }) => ({ name, value })),
      options: sold.map(({ name, stock }) => ({ name, level: levelOf(stock) })),
      price: { fromCents: Math.min(...prices), toCents: Math.max(...prices), currency: first.currency },
      level: levelOf(sold.reduce((sum, { stock }) => sum + Math.max(0, stock), 0)),
    },
  ];
}
