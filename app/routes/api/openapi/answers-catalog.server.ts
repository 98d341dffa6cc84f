import { z } from "zod";
import type { setCosts } from "#app/domain/catalog/set-costs.server.ts";
import type { archiveProducts } from "#app/domain/catalog/archive-products.server.ts";
import type { listListings } from "#app/domain/catalog/list-listings.server.ts";
import type { listProducts } from "#app/domain/catalog/list-products.server.ts";
import type { previewListingChange } from "#app/domain/catalog/preview-listing-change.server.ts";
import type { readListing } from "#app/domain/catalog/read-listing.server.ts";
import type { readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import type { readProduct } from "#app/domain/catalog/read-product.server.ts";
import type { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import type { updateListing } from "#app/domain/catalog/update-listing.server.ts";
import type { updateProduct } from "#app/domain/catalog/update-product.server.ts";
import { changeWarnings, channelObstacles, leftOut } from "#app/domain/catalog/change-rules.ts";
import { vendors } from "#app/domain/channels/ports.ts";
import { refusalReasons } from "#app/domain/channels/remote.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const text = z.string();
const textOrNull = z.string().nullable();
const timeMs = z.int();
const amount = z.int();
const amountOrNull = z.int().nullable();
const facts = z.record(z.string(), z.unknown()).nullable();
const attributes = z.array(z.object({ key: text, name: text, value: text }));
const channel = z.object({ id, name: text, vendor: z.enum(vendors) }).nullable();
const variantName = z.object({ id, sku: text, name: text, productId: id, productTitle: text });

const refusal = z.enum([...refusalReasons, ...channelObstacles]);
const obstacle = z.enum([...leftOut, ...refusalReasons, ...channelObstacles]);

const variant = z.object({
  id,
  sku: text,
  gtin: textOrNull,
  name: text,
  costCents: amountOrNull,
  currency: text,
  stock: amount,
  weightGrams: amountOrNull,
  lengthMm: amountOrNull,
  widthMm: amountOrNull,
  heightMm: amountOrNull,
});

const listingBase = {
  id,
  channelId: id,
  listingRef: text,
  modelRef: text,
  title: text,
  modelName: text,
  sku: textOrNull,
  gtin: textOrNull,
  permalink: text,
  currency: text,
  priceCents: amount,
  regularPriceCents: amountOrNull,
  stock: amount,
  sold: amount,
  status: text,
  qualityScore: amountOrNull,
  isPriceAutomated: z.boolean(),
  linkState: text,
  variantId: textOrNull,
  suggestedVariantId: textOrNull,
  suggestedBy: textOrNull,
  remoteUpdatedAt: timeMs,
  readAt: timeMs,
};

const changeLine = {
  id: text,
  before: amount,
  after: amount,
  state: text,
  reason: textOrNull,
  vendorText: textOrNull,
  finishedAt: timeMs.nullable(),
};

export const catalogAnswers = {
  ProductRow: exactly<RowOf<typeof listProducts>>()(
    z.object({
      id,
      title: text,
      brand: textOrNull,
      imageUrl: textOrNull,
      archivedAt: timeMs.nullable(),
      createdAt: timeMs,
      updatedAt: timeMs,
      version: z.int(),
      variants: z.array(variant),
      listings: z.array(z.object({ channelId: id, channel: text, count: z.int() })),
    }),
  ),
  Product: exactly<Answer<typeof readProduct>>()(
    z.object({
      id,
      title: text,
      brand: textOrNull,
      description: textOrNull,
      attributes,
      imageUrls: z.array(text),
      archivedAt: timeMs.nullable(),
      createdAt: timeMs,
      updatedAt: timeMs,
      version: z.int(),
      variants: z.array(variant.extend({ version: z.int() })),
      listings: z.array(
        z.object({
          id,
          variantId: textOrNull,
          listingRef: text,
          title: text,
          modelName: text,
          currency: text,
          priceCents: amount,
          stock: amount,
          status: text,
          permalink: text,
          channel,
        }),
      ),
    }),
  ),
  Saved: exactly<Answer<typeof updateProduct>>()(z.object({ id, version: z.int() })),
  Ids: exactly<Answer<typeof archiveProducts>>()(z.object({ ids: z.array(id) })),
  Costs: exactly<Answer<typeof setCosts>>()(
    z.object({
      rows: z.array(
        z.object({
          sku: text,
          outcome: z.enum(["changes", "same", "unknown", "currency"]),
          beforeCents: amount.nullable(),
          costCents: amount.nullable(),
          currency: textOrNull,
        }),
      ),
    }),
  ),
  ListingRow: exactly<RowOf<typeof listListings>>()(
    z.object({ ...listingBase, imageUrl: textOrNull, channel, variant: variantName.nullable(), suggestion: variantName.nullable() }),
  ),
  Listing: exactly<Answer<typeof readListing>>()(
    z.object({
      ...listingBase,
      detailsReadAt: timeMs.nullable(),
      categoryRef: text,
      listingType: text,
      logisticType: text,
      condition: text,
      reserved: amount,
      statusReasons: z.array(text),
      imageUrls: z.array(text),
      attributes,
      description: textOrNull,
      freeShipping: z.boolean(),
      isCatalog: z.boolean(),
      quality: facts,
      competition: facts,
      priceReference: facts,
      visits30d: amountOrNull,
      ratingCenti: amountOrNull,
      reviewCount: amountOrNull,
      remoteCreatedAt: timeMs,
      version: z.int(),
      channel,
      variant: variantName.extend({ costCents: amountOrNull, stock: amount }).nullable(),
      suggestion: variantName.nullable(),
      refusals: z.object({ price: refusal.nullable(), stock: refusal.nullable(), status: refusal.nullable() }),
      changes: z.array(z.object({ ...changeLine, changeId: id, kind: text })),
    }),
  ),
  UpdatedListing: exactly<Answer<typeof updateListing>>()(z.object({ id, changeIds: z.array(id) })),
  ChangePreview: exactly<Answer<typeof previewListingChange>>()(
    z.object({
      total: z.int(),
      changing: z.int(),
      refused: z.int(),
      warnings: z.array(z.object({ warning: z.enum(changeWarnings), count: z.int() })),
      obstacles: z.array(z.object({ obstacle, count: z.int() })),
      examples: z.array(
        z.object({
          listingId: id,
          title: text,
          modelName: text,
          channel: text,
          currency: text,
          before: z.int(),
          after: z.int(),
          warnings: z.array(z.enum(changeWarnings)),
          obstacle: obstacle.nullable(),
        }),
      ),
    }),
  ),
  StartedChange: exactly<Answer<typeof requestListingChange>>()(z.object({ id, total: z.int() })),
  ListingChange: exactly<Answer<typeof readListingChange>>()(
    z.object({
      id,
      kind: text,
      state: text,
      undoOfId: textOrNull,
      undoneById: textOrNull,
      total: z.int(),
      applied: z.int(),
      refused: z.int(),
      requestedBy: text,
      createdAt: timeMs,
      finishedAt: timeMs.nullable(),
      items: z.array(z.object({ ...changeLine, listingId: id, channelId: id, label: text, currency: text, channelName: text })),
      nextCursor: textOrNull,
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
