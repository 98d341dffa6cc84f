import { and, asc, desc, eq, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { interactions } from "#db/schema/interactions.ts";
import { orderItems } from "#db/schema/orders.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { reviews } from "#db/schema/service.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { actorAllows } from "../actor.ts";
import { listStockMoves } from "../warehouse/list-stock-moves.server.ts";
import { ofProduct } from "./list-interactions.server.ts";
import { seenPrices, seenTrends } from "./product-market.server.ts";
import { listShoppersSchema } from "./schemas.ts";
import type { TimelineEntry, TimelineKind } from "./timeline.ts";

export type ProductShoppers = {
  product: { id: string; title: string; stock: number };
  data: TimelineEntry[];
  nextCursor: string | null;
  /** Zones of the warehouse that did not say in time what happened there. */
  unheardZones: string[];
};

const mostVariants = 200;

type Ask = { ctx: ServiceContext; before: number; limit: number };

/**
 * Shoppers' behaviour, orders, reviews, changes of price and stock, what the warehouse gained and lost, and what was seen of
 * prices and trends of one product, newest first, in one line of time; or only one kind of these.
 */
export async function listProductShoppers(ctx: ServiceContext, input: z.input<typeof listShoppersSchema>): Promise<ProductShoppers> {
  requirePermission(ctx, "shoppers:read");
  const { id, limit, cursor, kind } = parseInput(listShoppersSchema, input);
  const before = placeOf(cursor);
  const product = await ctx.db.first(products, eq(products.id, id));
  if (product === undefined) throw notFound("product");
  const [sold, skus] = await Promise.all([
    listingsOf(ctx, id),
    ctx.db.all(variants, { where: eq(variants.productId, id), limit: mostVariants }),
  ]);
  const ask = { ctx, before, limit: limit + 1 };
  const { unheard, entries } = await happened(ask, { id, sold, skus }, (one) => kind === undefined || kind === one);
  const all = entries.toSorted((one, other) => other.at - one.at || (other.id < one.id ? -1 : 1));
  const data = all.slice(0, limit);
  const last = data.at(-1);
  // Those of the same moment stay on one page: the next begins before it.
  const rest = all.slice(limit).filter(({ at }) => at === last?.at);
  const hasMore = all.length > limit + rest.length;
  return {
    product: { id, title: product.title, stock: product.stockTotal },
    data: [...data, ...rest],
    nextCursor: hasMore && last !== undefined ? encodeCursor([last.at]) : null,
    unheardZones: unheard,
  };
}

type Skus = readonly (typeof variants.$inferSelect)[];

/** What each place knows of it, as far as it is wanted. */
async function happened(
  ask: Ask,
  { id, sold, skus }: { id: string; sold: readonly Sold[]; skus: Skus },
  isWanted: (kind: TimelineKind) => boolean,
): Promise<{ unheard: string[]; entries: TimelineEntry[] }> {
  const listingIds = sold.map((one) => one.id);
  const gtins = [...new Set([...skus, ...sold].flatMap(({ gtin }) => gtin ?? []))];
  const none: TimelineEntry[] = [];
  const [moves, ...parts] = await Promise.all([
    isWanted("stock") ? moved(ask, skus) : { entries: none, unheard: [] },
    isWanted("interaction") ? seen(ask, id) : none,
    isWanted("order") ? ordered(ask, sold) : none,
    isWanted("review") ? reviewed(ask, sold) : none,
    isWanted("change") ? changed(ask, sold) : none,
    isWanted("price") ? seenPrices(ask, { listingIds, gtins }) : none,
    isWanted("trend") ? seenTrends(ask, { productId: id, listingIds }) : none,
  ]);
  return { unheard: moves.unheard, entries: [...moves.entries, ...parts.flat()] };
}

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined || cursor === "") return Number.MAX_SAFE_INTEGER;
  const at = decodeCursor(cursor)?.[0];
  if (typeof at !== "number") throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
  return at;
}

type Sold = { id: string; channelId: string; listingRef: string; gtin: string | null };

async function listingsOf(ctx: ServiceContext, productId: string): Promise<Sold[]> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: listings.id, channelId: listings.channelId, listingRef: listings.listingRef, gtin: listings.gtin })
      .from(listings)
      .innerJoin(variants, and(scope(variants), eq(variants.id, listings.variantId)))
      .where(and(scope(listings), eq(variants.productId, productId)))
      .orderBy(asc(listings.id))
      .limit(40),
  );
  return rows;
}

async function moved({ ctx, before, limit }: Ask, skus: Skus): Promise<{ entries: TimelineEntry[]; unheard: string[] }> {
  if (!actorAllows(ctx.actor, "warehouse:read")) return { entries: [], unheard: [] };
  const { data, unheard } = await listStockMoves(ctx, { skus: skus.map(({ id }) => id), beforeMs: before, limit });
  const entries = data.map(({ id, at, reason, delta, zone }) => ({ kind: "stock" as const, id, at, what: reason, delta, zone }));
  return { entries, unheard: unheard.map(({ name }) => name) };
}

async function seen({ ctx, before, limit }: Ask, productId: string): Promise<TimelineEntry[]> {
  const rows = await ctx.db.all(interactions, {
    where: and(ofProduct(ctx, productId), eq(interactions.isBot, false), lt(interactions.occurredAt, before)),
    orderBy: [desc(interactions.occurredAt), desc(interactions.id)],
    limit,
  });
  return rows.map(({ id, occurredAt, text, source, kind }) => ({ kind: "interaction", id, at: occurredAt, text, source, what: kind }));
}

/** A list of pairs as one parameter. */
function isOneOf(sold: readonly Sold[], channelId: SQLiteColumn, listingRef: SQLiteColumn): SQL {
  const pairs = JSON.stringify(sold.map((one) => [one.channelId, one.listingRef]));
  return sql`exists (select 1 from json_each(${pairs}) where json_extract(value, '$[0]') = ${channelId} and json_extract(value, '$[1]') = ${listingRef})`;
}

async function ordered({ ctx, before, limit }: Ask, sold: readonly Sold[]): Promise<TimelineEntry[]> {
  if (sold.length === 0 || !actorAllows(ctx.actor, "orders:read")) return [];
  const rows = await ctx.db.all(orderItems, {
    where: and(isOneOf(sold, orderItems.channelId, orderItems.listingRef), lt(orderItems.placedAt, before)),
    orderBy: [desc(orderItems.placedAt), desc(orderItems.id)],
    limit,
  });
  return rows.map(({ orderId, placedAt, quantity, unitPriceCents, currency, isCancelled }) => ({
    kind: "order",
    id: orderId,
    at: placedAt,
    quantity,
    cents: unitPriceCents * quantity,
    currency,
    isCancelled,
  }));
}

async function reviewed({ ctx, before, limit }: Ask, sold: readonly Sold[]): Promise<TimelineEntry[]> {
  if (sold.length === 0 || !actorAllows(ctx.actor, "service:read")) return [];
  const rows = await ctx.db.all(reviews, {
    where: and(isOneOf(sold, reviews.channelId, reviews.listingRef), lt(reviews.writtenAt, before)),
    orderBy: [desc(reviews.writtenAt), desc(reviews.id)],
    limit,
  });
  return rows.map(({ id, writtenAt, rating, text }) => ({ kind: "review", id, at: writtenAt, rating, text: text.slice(0, 240) }));
}

async function changed({ ctx, before, limit }: Ask, sold: readonly Sold[]): Promise<TimelineEntry[]> {
  if (sold.length === 0 || !actorAllows(ctx.actor, "catalog:read")) return [];
  const ids = JSON.stringify(sold.map(({ id }) => id));
  const items = listingChangeItems;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id: items.id, at: items.finishedAt, before: items.before, after: items.after, what: listingChanges.kind })
      .from(items)
      .innerJoin(listingChanges, and(scope(listingChanges), eq(listingChanges.id, items.changeId)))
      .where(
        and(
          scope(items),
          sql`${items.listingId} in (select value from json_each(${ids}))`,
          isNotNull(items.finishedAt),
          lt(items.finishedAt, before),
          sql`${items.state} in ('applied', 'accepted')`,
        ),
      )
      .orderBy(desc(items.finishedAt), desc(items.id))
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, kind: "change", at: row.at ?? 0 }));
}
