import { and, eq } from "drizzle-orm";
import { products, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

/** What a zone calls a SKU, as the catalogue has it. */
export async function nameItem(ctx: ServiceContext, variantId: string) {
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ sku: variants.sku, gtin: variants.gtin, name: variants.name, title: products.title })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(and(scope(variants), eq(variants.id, variantId)))
      .limit(1),
  );
  if (row === undefined) throw notFound("variant");
  const title = [row.title, row.name].filter(Boolean).join(" · ").slice(0, 200);
  return { sku: variantId, code: row.sku, title, gtin: row.gtin };
}
