import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { products, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { itemLabel } from "./item-label.ts";
import { type LabelFile, labelFile, optionsOf } from "./label-file.ts";
import { labelSet } from "./label-set.ts";
import { mostLabels } from "./media.ts";
import { productLabelsSchema } from "./schemas.ts";

/** A label of every SKU of a product, or of one of them with what is known of these very goods. */
export async function readProductLabels(ctx: ServiceContext, input: z.input<typeof productLabelsSchema>): Promise<LabelFile> {
  requirePermission(ctx, "catalog:read");
  const wanted = parseInput(productLabelsSchema, input);
  const product = await ctx.db.first(products, eq(products.id, wanted.id));
  if (product === undefined) throw notFound("product");
  const all = await ctx.db.all(variants, { where: eq(variants.productId, product.id), orderBy: asc(variants.sku), limit: mostLabels + 1 });
  const chosen = wanted.sku === undefined ? all : all.filter(({ sku }) => sku === wanted.sku);
  if (chosen.length === 0) throw notFound("variant");
  const { lot, expiresOn, serial, count, symbology } = wanted;
  const set = labelSet(chosen, optionsOf(wanted), (setup, { sku, name, gtin }) => {
    const title = [product.title, name].filter(Boolean).join(" · ");
    return itemLabel(setup, { sku, title, gtin, lot, expiresOn, serial, count, symbology });
  });
  return labelFile(`labels-${product.id}`, set, wanted);
}
