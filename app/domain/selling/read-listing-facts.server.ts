import { and, asc, eq, gt, gte, lte, ne, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Orm, WorkspaceTable } from "#db/client.server.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { reviews } from "#db/schema/service.ts";
import type { VendorId } from "../channels/ports.ts";
import type { ServiceContext } from "../context.ts";
import { repeatedWord } from "./complaint-words.ts";
import { feeLineAt } from "../pricing/fees.ts";
import { isShippingUnknown, type ListingCosts, pricingOf } from "./listing-pricing.ts";
import { readVerdicts } from "../channels/schemas.ts";
import { readShopperSigns } from "./read-shopper-signs.server.ts";
import type { ListingFacts } from "./rules/rule.ts";
import { noSigns } from "./shopper-signs.ts";

const dayMs = 24 * 3_600_000;
/** A word has to be in as many bad reviews. */
const sameWordLeast = 3;
const mostReviews = 1_000;

export type Place = { vendor: VendorId; site: string };
type Row = typeof listings.$inferSelect;
type Ask = { afterId: string } | { ids: readonly string[] };

/** A page of listings with everything the rules look at, by id; fewer than `limit` rows mean that it was the last. */
export async function readListingFacts(
  ctx: ServiceContext,
  places: ReadonlyMap<string, Place>,
  ask: Ask,
  limit: number,
): Promise<{ facts: ListingFacts[]; lastId: string | null }> {
  const where = "ids" in ask ? oneOf(listings.id, ask.ids) : and(gt(listings.id, ask.afterId), ne(listings.status, "closed"));
  const rows = await ctx.db.all(listings, { where, orderBy: asc(listings.id), limit });
  if (rows.length === 0) return { facts: [], lastId: null };
  const around = await readAround(ctx, rows);
  const facts = rows.flatMap((row) => {
    const place = places.get(row.channelId);
    return place === undefined ? [] : [factsOf(row, place, around, ctx.clock.now())];
  });
  return { facts, lastId: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

function oneOf(column: SQLiteColumn, values: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

type Around = Awaited<ReturnType<typeof readAround>>;
type Source = { orm: Orm; scope: (table: WorkspaceTable) => SQL; now: number; refs: string[]; channelIds: string[] };

/** What was sold, paid and written about a page of listings. */
async function readAround(ctx: ServiceContext, rows: readonly Row[]) {
  const refs = [...new Set(rows.map(({ listingRef }) => listingRef))];
  const channelIds = [...new Set(rows.map(({ channelId }) => channelId))];
  const variantIds = rows.flatMap(({ variantId }) => variantId ?? []);
  const around = await ctx.db.read(async (orm, scope) => {
    const source = { orm, scope, now: ctx.clock.now(), refs, channelIds };
    const costs = orm
      .select({
        id: variants.id,
        productId: variants.productId,
        costCents: variants.costCents,
        currency: variants.currency,
        stock: variants.stock,
        changedAtMs: variants.updatedAt,
      })
      .from(variants)
      .where(and(scope(variants), oneOf(variants.id, variantIds)));
    const [sales, bills, stock, badOnes] = await orm.batch([salesOf(source), billsOf(source), costs, badReviewsOf(source)]);
    return { sales, bills, stock: new Map(stock.map((one) => [one.id, one])), badOnes };
  });
  const productIds = [...new Set([...around.stock.values()].map(({ productId }) => productId))];
  return { ...around, signs: await readShopperSigns(ctx, productIds) };
}

function soldOfPage({ scope, now, refs, channelIds }: Source): SQL | undefined {
  return and(
    scope(orderItems),
    oneOf(orderItems.channelId, channelIds),
    oneOf(orderItems.listingRef, refs),
    gte(orderItems.placedAt, now - 90 * dayMs),
    eq(orderItems.isCancelled, false),
  );
}

function salesOf(source: Source) {
  // Named each: a batch answers rows by column name, and three sums that differ only in their day would be one.
  const since = (days: number) =>
    sql<number>`coalesce(sum(case when ${orderItems.placedAt} >= ${source.now - days * dayMs} then ${orderItems.quantity} end), 0)`.as(
      `units${days}d`,
    );
  return source.orm
    .select({
      channelId: orderItems.channelId,
      listingRef: orderItems.listingRef,
      modelRef: orderItems.modelRef,
      units7d: since(7),
      units30d: since(30),
      units90d: since(90),
    })
    .from(orderItems)
    .where(soldOfPage(source))
    .groupBy(orderItems.channelId, orderItems.listingRef, orderItems.modelRef);
}

/** Only orders of one line: what a parcel of several things cost cannot be told apart. */
function billsOf(source: Source) {
  return source.orm
    .select({
      channelId: orderItems.channelId,
      listingRef: orderItems.listingRef,
      currency: orders.currency,
      units: sql<number>`coalesce(sum(case when ${orders.shippingCostCents} is not null then ${orderItems.quantity} end), 0)`,
      shipCents: sql<number>`coalesce(sum(${orders.shippingCostCents}), 0)`,
      feeCents: sql<number>`coalesce(sum(${orders.feeCents}), 0)`,
      billedCents: sql<number>`coalesce(sum(case when ${orders.feeCents} is not null then ${orders.totalCents} end), 0)`,
    })
    .from(orderItems)
    .innerJoin(orders, and(eq(orders.id, orderItems.orderId), eq(orders.units, orderItems.quantity)))
    .where(and(source.scope(orders), soldOfPage(source)))
    .groupBy(orderItems.channelId, orderItems.listingRef, orders.currency);
}

function badReviewsOf({ orm, scope, now, refs }: Source) {
  return orm
    .select({
      channelId: reviews.channelId,
      listingRef: reviews.listingRef,
      title: reviews.title,
      text: reviews.text,
      writtenAt: reviews.writtenAt,
    })
    .from(reviews)
    .where(and(scope(reviews), oneOf(reviews.listingRef, refs), lte(reviews.rating, 2), gte(reviews.writtenAt, now - 90 * dayMs)))
    .limit(mostReviews);
}

function factsOf(row: Row, place: Place, { sales, bills, stock, badOnes, signs }: Around, nowMs: number): ListingFacts {
  const isOwn = (one: { channelId: string; listingRef: string }) => one.channelId === row.channelId && one.listingRef === row.listingRef;
  const sold = sales.find((one) => isOwn(one) && one.modelRef === row.modelRef);
  const bill = bills.find((one) => isOwn(one) && one.currency === row.currency);
  const written = badOnes.filter(isOwn);
  const variant = row.variantId === null ? undefined : stock.get(row.variantId);
  const costCents = variant?.currency === row.currency ? variant.costCents : null;
  const costs = costsOf(row, place, { bill, costCents, nowMs });
  return {
    nowMs,
    channelId: row.channelId,
    vendor: place.vendor,
    id: row.id,
    title: row.title,
    sku: row.sku,
    gtin: row.gtin,
    status: statusOf(row.status),
    statusReasons: row.statusReasons,
    currency: row.currency,
    priceCents: row.priceCents,
    regularPriceCents: row.regularPriceCents,
    stock: row.stock,
    reserved: row.reserved,
    pictures: row.imageUrls.length,
    description: row.description,
    freeShipping: row.freeShipping,
    isCatalog: row.isCatalog,
    isPriceAutomated: row.isPriceAutomated,
    linkState: row.linkState,
    createdAtMs: row.remoteCreatedAt,
    ...readVerdicts(row),
    visits30d: row.visits30d,
    verdictsReadAtMs: row.detailsReadAt,
    variant: variant === undefined ? null : { id: variant.id, costCents, stock: variant.stock, changedAtMs: variant.changedAtMs },
    units7d: sold?.units7d ?? 0,
    units30d: sold?.units30d ?? 0,
    units90d: sold?.units90d ?? 0,
    pricing: pricingOf(costs),
    fees: feeLineAt({ ...costs, priceCents: row.priceCents, placedAtMs: nowMs }) ?? null,
    chargedBp: costs.chargedBp,
    isShippingUnknown: isShippingUnknown(costs, row.priceCents),
    reviews: {
      bad30d: written.filter(({ writtenAt }) => writtenAt >= nowMs - 30 * dayMs).length,
      word:
        repeatedWord(
          written.map(({ title, text }) => `${title} ${text}`),
          sameWordLeast,
        ) ?? null,
    },
    shoppers: (variant === undefined ? undefined : signs.get(variant.productId)) ?? noSigns,
  };
}

type Bill = Around["bills"][number];

function costsOf(
  { listingType, logisticType, freeShipping }: Row,
  place: Place,
  { bill, costCents, nowMs }: { bill: Bill | undefined; costCents: number | null; nowMs: number },
): ListingCosts {
  return {
    ...place,
    listingType,
    logisticType,
    freeShipping,
    costCents,
    shipCents: bill !== undefined && bill.units > 0 ? Math.round(bill.shipCents / bill.units) : null,
    chargedBp: bill !== undefined && bill.billedCents > 0 ? Math.round((bill.feeCents * 10_000) / bill.billedCents) : null,
    nowMs,
  };
}

/** A status of a newer version sells nothing as far as the rules can tell. */
function statusOf(text: string): ListingFacts["status"] {
  switch (text) {
    case "active":
    case "paused":
    case "closed":
    case "review":
      return text;
    default:
      return "inactive";
  }
}
