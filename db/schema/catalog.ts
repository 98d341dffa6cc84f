import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

export type Attribute = { key: string; name: string; value: string };

export const products = sqliteTable(
  "products",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    title: text("title").notNull(),
    brand: text("brand"),
    description: text("description"),
    attributes: text("attributes", { mode: "json" }).$type<Attribute[]>().notNull(),
    imageUrls: text("image_urls", { mode: "json" }).$type<string[]>().notNull(),
    archivedAt: timeColumn("archived_at"),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
    // Kept up to date by triggers on variants and listings, so that a catalogue can be sorted by what its SKUs say.
    stockTotal: integer("stock_total").notNull().default(0),
    /** The cheapest SKU; null until one has a cost. */
    lowestCostCents: integer("lowest_cost_cents"),
    listingCount: integer("listing_count").notNull().default(0),
  },
  (table) => [
    index("products_workspace").on(table.workspaceId, table.archivedAt, table.title, table.id),
    index("products_stock").on(table.workspaceId, table.archivedAt, table.stockTotal, table.id),
    index("products_cost").on(table.workspaceId, table.archivedAt, table.lowestCostCents, table.id),
    index("products_updated").on(table.workspaceId, table.archivedAt, table.updatedAt, table.id),
    index("products_listings").on(table.workspaceId, table.archivedAt, table.listingCount, table.id),
    index("products_archived")
      .on(table.workspaceId, table.title, table.id)
      .where(sql`archived_at is not null`),
  ],
);

/** What is bought, stored and sold: one SKU. */
export const variants = sqliteTable(
  "variants",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    productId: text("product_id").notNull(),
    sku: text("sku").notNull(),
    gtin: text("gtin"),
    /** "Azul / 220 V"; empty when the product has only this one. */
    name: text("name").notNull(),
    /** What one costs to buy; null until somebody says so. */
    costCents: integer("cost_cents"),
    currency: text("currency").notNull(),
    stock: integer("stock").notNull().default(0),
    weightGrams: integer("weight_grams"),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
    /** As it goes into a carton; all three are known or none helps. */
    lengthMm: integer("length_mm"),
    widthMm: integer("width_mm"),
    heightMm: integer("height_mm"),
  },
  (table) => [
    uniqueIndex("variants_sku").on(table.workspaceId, table.sku),
    index("variants_gtin").on(table.workspaceId, table.gtin),
    index("variants_product").on(table.workspaceId, table.productId),
  ],
);

/**
 * A product offered on a channel, one row for each thing a buyer can choose. A mirror: the vendor's state is the truth,
 * and a row read earlier never replaces one read later.
 */
export const listings = sqliteTable(
  "listings",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    modelRef: text("model_ref").notNull(),
    title: text("title").notNull(),
    modelName: text("model_name").notNull(),
    sku: text("sku"),
    gtin: text("gtin"),
    categoryRef: text("category_ref").notNull(),
    listingType: text("listing_type").notNull(),
    logisticType: text("logistic_type").notNull(),
    condition: text("condition").notNull(),
    currency: text("currency").notNull(),
    priceCents: integer("price_cents").notNull(),
    regularPriceCents: integer("regular_price_cents"),
    stock: integer("stock").notNull(),
    reserved: integer("reserved").notNull(),
    sold: integer("sold").notNull(),
    status: text("status").notNull(),
    statusReasons: text("status_reasons", { mode: "json" }).$type<string[]>().notNull(),
    permalink: text("permalink").notNull(),
    imageUrls: text("image_urls", { mode: "json" }).$type<string[]>().notNull(),
    attributes: text("attributes", { mode: "json" }).$type<Attribute[]>().notNull(),
    description: text("description"),
    freeShipping: integer("free_shipping", { mode: "boolean" }).notNull(),
    isCatalog: integer("is_catalog", { mode: "boolean" }).notNull(),
    isPriceAutomated: integer("is_price_automated", { mode: "boolean" }).notNull(),
    quality: text("quality", { mode: "json" }).$type<Record<string, unknown>>(),
    /** 0 to 100, beside `quality` because lists sort by it. */
    qualityScore: integer("quality_score"),
    competition: text("competition", { mode: "json" }).$type<Record<string, unknown>>(),
    priceReference: text("price_reference", { mode: "json" }).$type<Record<string, unknown>>(),
    visits30d: integer("visits_30d"),
    /** Hundredths of a star. */
    ratingCenti: integer("rating_centi"),
    reviewCount: integer("review_count"),
    variantId: text("variant_id"),
    /** linked, suggested, unlinked or ignored. */
    linkState: text("link_state").notNull(),
    suggestedVariantId: text("suggested_variant_id"),
    /** sku, gtin or title. */
    suggestedBy: text("suggested_by"),
    remoteCreatedAt: timeColumn("remote_created_at").notNull(),
    remoteUpdatedAt: timeColumn("remote_updated_at").notNull(),
    /** When this row was read from the vendor. */
    readAt: timeColumn("read_at").notNull(),
    /** When quality, competition, visits and the like were read too; null when never. */
    detailsReadAt: timeColumn("details_read_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("listings_remote").on(table.channelId, table.listingRef, table.modelRef),
    index("listings_title").on(table.workspaceId, table.title, table.id),
    index("listings_price").on(table.workspaceId, table.priceCents, table.id),
    index("listings_stock").on(table.workspaceId, table.stock, table.id),
    index("listings_sold").on(table.workspaceId, table.sold, table.id),
    index("listings_quality").on(table.workspaceId, table.qualityScore, table.id),
    index("listings_updated").on(table.workspaceId, table.remoteUpdatedAt, table.id),
    index("listings_status").on(table.workspaceId, table.status, table.title, table.id),
    index("listings_link").on(table.workspaceId, table.linkState, table.title, table.id),
    index("listings_channel").on(table.workspaceId, table.channelId, table.title, table.id),
    index("listings_automated").on(table.workspaceId, table.isPriceAutomated, table.title, table.id),
    index("listings_sku").on(table.workspaceId, table.sku),
    index("listings_variant").on(table.workspaceId, table.variantId),
    index("listings_details").on(table.channelId, table.detailsReadAt, table.sold),
  ],
);
