import type { listings, products, variants } from "#db/schema/catalog.ts";
import type { NewRow } from "#db/writes.ts";
import { readGtin } from "./gtin.ts";
import { packageOf } from "./package-of.ts";

type ListingRecord = typeof listings.$inferSelect;
type Made = { productId: string; variantId: string; now: number };

/** A product as a listing describes it; the brand is the attribute that both marketplaces call so. */
export function productOf(row: ListingRecord, { productId, now }: Made): NewRow<typeof products> {
  const brand = row.attributes.find((one) => /^(brand|marca)$/i.test(one.key) || /^(brand|marca)$/i.test(one.name))?.value;
  return {
    id: productId,
    title: row.title.slice(0, 200),
    brand: brand?.trim().slice(0, 80) || null,
    description: row.description,
    attributes: row.attributes,
    imageUrls: row.imageUrls,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

export function variantOf(row: ListingRecord, { productId, variantId, now }: Made): NewRow<typeof variants> {
  return {
    id: variantId,
    productId,
    sku: skuOf(row),
    gtin: row.gtin === null ? null : (readGtin(row.gtin) ?? null),
    name: row.modelName.slice(0, 120),
    costCents: null,
    currency: row.currency,
    stock: Math.max(0, row.stock),
    ...packageOf(row.attributes),
    createdAt: now,
    updatedAt: now,
  };
}

/** The seller's own SKU; a listing without one is told apart by its reference at the marketplace. */
export function skuOf(row: Pick<ListingRecord, "sku" | "listingRef" | "modelRef">): string {
  const own = row.sku?.trim() ?? "";
  return (own === "" ? [row.listingRef, row.modelRef].filter(Boolean).join("-") : own).slice(0, 80);
}
