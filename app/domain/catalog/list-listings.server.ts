import { and, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { readStretches, type Stretch, stretchesOf, toSortedPage } from "../sorted-page.ts";
import type { z } from "zod";
import { driverRows, planListings } from "./listing-query.ts";
import { type ChannelName, channelNames, countUpTo, type VariantName, variantNames } from "./listing-rows.server.ts";
import { listListingsSchema } from "./schemas.ts";

const columns = {
  id: listings.id,
  channelId: listings.channelId,
  listingRef: listings.listingRef,
  modelRef: listings.modelRef,
  title: listings.title,
  modelName: listings.modelName,
  sku: listings.sku,
  gtin: listings.gtin,
  imageUrl: sql<string | null>`json_extract(${listings.imageUrls}, '$[0]')`,
  permalink: listings.permalink,
  currency: listings.currency,
  priceCents: listings.priceCents,
  regularPriceCents: listings.regularPriceCents,
  stock: listings.stock,
  sold: listings.sold,
  status: listings.status,
  qualityScore: listings.qualityScore,
  isPriceAutomated: listings.isPriceAutomated,
  linkState: listings.linkState,
  variantId: listings.variantId,
  suggestedVariantId: listings.suggestedVariantId,
  suggestedBy: listings.suggestedBy,
  remoteUpdatedAt: listings.remoteUpdatedAt,
  readAt: listings.readAt,
};

type ListInput = z.input<typeof listListingsSchema>;

/** What is offered on the channels, narrowed, sorted and searched. */
export async function listListings(ctx: ServiceContext, input: ListInput = {}): Promise<Page<ListingRow>> {
  requirePermission(ctx, "catalog:read");
  const { limit, cursor, ...filter } = parseInput(listListingsSchema, input);
  const plan = await planListings(ctx.workspaceId, filter, (condition) => countUpTo(ctx, listings, condition, driverRows));
  const stretches = stretchesOf(plan, listings.id, cursor);
  const found = await readStretches(stretches, limit + 1, (stretch, rows) => readStretch(ctx, plan.isSearch, stretch, rows));
  const property = filter.sort?.replace(/^-/, "") ?? "title";
  const page = toSortedPage(found, limit, plan.order, (row) => sortValue(row, property));
  return { data: await named(ctx, page.data), nextCursor: page.nextCursor };
}

function readStretch(ctx: ServiceContext, isSearch: boolean, stretch: Stretch, limit: number) {
  return ctx.db.read((orm, scope) =>
    orm
      .select(columns)
      .from(listings)
      .where(and(scope(listings, isSearch ? "led" : undefined), stretch.where))
      .orderBy(...stretch.orderBy)
      .limit(limit),
  );
}

type Plain = Awaited<ReturnType<typeof readStretch>>[number];
export type ListingRow = Plain & { channel: ChannelName | null; variant: VariantName | null; suggestion: VariantName | null };

function sortValue(row: Plain, property: string): string | number {
  switch (property) {
    case "price":
      return row.priceCents;
    case "stock":
      return row.stock;
    case "sold":
      return row.sold;
    case "quality":
      return row.qualityScore ?? "";
    case "updated":
      return row.remoteUpdatedAt;
    default:
      return row.title;
  }
}

async function named(ctx: ServiceContext, rows: Plain[]): Promise<ListingRow[]> {
  if (rows.length === 0) return [];
  const [channels, names] = await Promise.all([
    channelNames(ctx),
    variantNames(
      ctx,
      rows.flatMap((row) => [row.variantId, row.suggestedVariantId]),
    ),
  ]);
  return rows.map((row) => ({
    ...row,
    channel: channels.get(row.channelId) ?? null,
    variant: names.get(row.variantId ?? "") ?? null,
    suggestion: row.linkState === "suggested" ? (names.get(row.suggestedVariantId ?? "") ?? null) : null,
  }));
}
