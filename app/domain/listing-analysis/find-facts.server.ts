import { and, desc, eq } from "drizzle-orm";
import { products, variants } from "#db/schema/catalog.ts";
import { questions, reviews } from "#db/schema/service.ts";
import type { ListingRecord } from "../catalog/read-listing.server.ts";
import { findChannel } from "../channels/open-channel.server.ts";
import { readVerdicts } from "../channels/schemas.ts";
import type { ServiceContext } from "../context.ts";
import { readListingFacts } from "../selling/read-listing-facts.server.ts";
import type { AnalysisFacts } from "./facts.ts";

const mostTexts = 100;

/** Everything an analysis of this listing looks at. */
export async function findFacts(ctx: ServiceContext, row: ListingRecord): Promise<AnalysisFacts> {
  const channel = await findChannel(ctx, row.channelId);
  const places = new Map([[channel.id, { vendor: channel.vendor, site: channel.site }]]);
  const [{ facts }, product, texts] = await Promise.all([
    readListingFacts(ctx, places, { ids: [row.id] }, 1),
    productOf(ctx, row.variantId),
    textsAbout(ctx, row),
  ]);
  const [trade] = facts;
  return {
    listing: {
      id: row.id,
      version: row.version,
      readAt: row.readAt,
      vendor: channel.vendor,
      site: channel.site,
      title: row.title,
      description: row.description,
      attributes: row.attributes,
      gtin: row.gtin,
      pictures: row.imageUrls.length,
      currency: row.currency,
      priceCents: row.priceCents,
      stock: row.stock,
      sold: row.sold,
      freeShipping: row.freeShipping,
      isPriceAutomated: row.isPriceAutomated,
      visits30d: row.visits30d,
      units30d: trade?.units30d ?? 0,
      ratingCenti: row.ratingCenti,
      reviewCount: row.reviewCount,
      ...readVerdicts(row),
    },
    product,
    pricing: trade?.pricing ?? null,
    ...texts,
  };
}

async function productOf(ctx: ServiceContext, variantId: string | null): Promise<AnalysisFacts["product"]> {
  const variant = variantId === null ? undefined : await ctx.db.first(variants, eq(variants.id, variantId));
  const product = variant === undefined ? undefined : await ctx.db.first(products, eq(products.id, variant.productId));
  if (variant === undefined || product === undefined) return null;
  const { id, version, title, brand, attributes } = product;
  return { id, version, title, brand, attributes, variantName: variant.name };
}

async function textsAbout(
  ctx: ServiceContext,
  { channelId, listingRef }: ListingRecord,
): Promise<Pick<AnalysisFacts, "reviews" | "questions">> {
  const [said, asked] = await Promise.all([
    ctx.db.all(reviews, {
      where: and(eq(reviews.channelId, channelId), eq(reviews.listingRef, listingRef)),
      orderBy: desc(reviews.writtenAt),
      limit: mostTexts,
    }),
    ctx.db.all(questions, {
      where: and(eq(questions.channelId, channelId), eq(questions.listingRef, listingRef)),
      orderBy: desc(questions.askedAt),
      limit: mostTexts,
    }),
  ]);
  return {
    reviews: said.map(({ id, rating, title, text }) => ({ id, rating, text: [title, text].filter(Boolean).join(". ") })),
    questions: asked.map(({ id, text, answer }) => ({ id, text, answer })),
  };
}
