import type { listings, products, variants } from "#db/schema/catalog.ts";
import type { NewRow } from "#db/writes.ts";
import { productOf, skuOf, variantOf } from "./from-listing.ts";
import { skuKey } from "./policy.ts";

type ListingRecord = typeof listings.$inferSelect;
export type ProductDrafts = {
  products: NewRow<typeof products>[];
  variants: NewRow<typeof variants>[];
  /** Listing id to the variant it now sells. */
  variantIds: Map<string, string>;
};
type Tools = { newId: (prefix: "prd" | "var") => string; now: number; productOfSiblings: (row: ListingRecord) => string | undefined };

/** Models of one listing become one product; listings with the same SKU become one variant, on whichever channels they are. */
export function draftProducts(rows: readonly ListingRecord[], { newId, now, productOfSiblings }: Tools): ProductDrafts {
  const drafts: ProductDrafts = { products: [], variants: [], variantIds: new Map() };
  const productIds = new Map<string, string>();
  const variantsBySku = new Map<string, string>();
  for (const row of rows) {
    const key = skuKey(skuOf(row));
    let variantId = variantsBySku.get(key);
    if (variantId === undefined) {
      const group = `${row.channelId}/${row.listingRef}`;
      let productId = productIds.get(group) ?? productOfSiblings(row);
      variantId = newId("var");
      if (productId === undefined) {
        productId = newId("prd");
        drafts.products.push(productOf(row, { productId, variantId, now }));
      }
      productIds.set(group, productId);
      variantsBySku.set(key, variantId);
      drafts.variants.push(variantOf(row, { productId, variantId, now }));
    }
    drafts.variantIds.set(row.id, variantId);
  }
  return drafts;
}
