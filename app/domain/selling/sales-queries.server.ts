import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { salesHours } from "#db/schema/sales-hours.ts";
import { soldBetween } from "../metrics/sold-between.server.ts";

/** Moments between which something is counted, the first inclusive, the second not. */
export type Span = { fromMs: number; toMs: number };

const hourMs = 3_600_000;
const noSales = sql`('cancelled', 'unpaid')`;

/** Sums of each span, channel and currency: of whole hours from the sums that orders keep, of all else from the orders. */
export function salesQuery(orm: Orm, workspaceId: string, spans: readonly Span[]) {
  const isWhole = spans.every(({ fromMs, toMs }) => fromMs % hourMs === 0 && toMs % hourMs === 0);
  const bounds = JSON.stringify(spans.map(({ fromMs, toMs }) => [fromMs, toMs]));
  return isWhole ? hoursQuery(orm, workspaceId, bounds) : ordersQuery(orm, workspaceId, bounds);
}

function hoursQuery(orm: Orm, workspaceId: string, bounds: string) {
  const isSale = sql`${salesHours.state} not in ${noSales}`;
  return orm
    .select({
      dayIndex: sql<number>`span.key`,
      channelId: salesHours.channelId,
      currency: salesHours.currency,
      gmvCents: sql<number>`sum(case when ${isSale} then ${salesHours.totalCents} else 0 end)`,
      orders: sql<number>`sum(case when ${isSale} then ${salesHours.orders} else 0 end)`,
      units: sql<number>`sum(case when ${isSale} then ${salesHours.units} else 0 end)`,
      cancelled: sql<number>`sum(case when ${salesHours.state} = 'cancelled' then ${salesHours.orders} else 0 end)`,
    })
    .from(sql`json_each(${bounds}) as span`)
    .crossJoin(salesHours)
    .where(
      and(
        eq(salesHours.workspaceId, workspaceId),
        sql`${salesHours.hourAt} >= span.value ->> 0`,
        sql`${salesHours.hourAt} < span.value ->> 1`,
      ),
    )
    .groupBy(sql`span.key`, salesHours.channelId, salesHours.currency);
}

/** Everything it names is in the index `orders_sales`: the orders themselves are not read. */
function ordersQuery(orm: Orm, workspaceId: string, bounds: string) {
  const isSale = sql`${orders.state} not in ${noSales}`;
  return orm
    .select({
      dayIndex: sql<number>`span.key`,
      channelId: orders.channelId,
      currency: orders.currency,
      gmvCents: sql<number>`sum(case when ${isSale} then ${orders.totalCents} else 0 end)`,
      orders: sql<number>`sum(${isSale})`,
      units: sql<number>`sum(case when ${isSale} then ${orders.units} else 0 end)`,
      cancelled: sql<number>`sum(${orders.state} = 'cancelled')`,
    })
    .from(sql`json_each(${bounds}) as span`)
    .crossJoin(orders)
    .where(
      and(eq(orders.workspaceId, workspaceId), sql`${orders.placedAt} >= span.value ->> 0`, sql`${orders.placedAt} < span.value ->> 1`),
    )
    .groupBy(sql`span.key`, orders.channelId, orders.currency);
}

/** What a channel sells in where nothing was sold in the period: that of its latest order. */
const currencyOfChannel = sql<string | null>`(select sold.currency from orders as sold
  where sold.workspace_id = channels.workspace_id and sold.channel_id = channels.id order by sold.placed_at desc limit 1)`;

/** What was kept of a channel that is no longer connected still counts. */
const hasOrders = sql`exists (select 1 from orders as kept where kept.workspace_id = channels.workspace_id and kept.channel_id = channels.id)`;

export function salesChannelQuery(orm: Orm, workspaceId: string) {
  return orm
    .select({ id: channels.id, name: channels.name, vendor: channels.vendor, currency: currencyOfChannel, lastSyncAt: channels.lastSyncAt })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), or(ne(channels.state, "disconnected"), hasOrders)))
    .orderBy(channels.createdAt);
}

/** What it was called when it was sold last before the end of the span. */
function soldTitle(workspaceId: string, { toMs }: Span) {
  return sql<string>`coalesce((select line.title from order_items as line indexed by order_items_listing
    where line.workspace_id = ${workspaceId} and line.channel_id = ranked.channel_id and line.listing_ref = ranked.listing_ref
    and line.placed_at < ${toMs} and line.is_cancelled = 0 order by line.placed_at desc limit 1), '')`;
}

/** The best sold products of each currency, from the sums that lines keep: what is linked counts as its product, all else as its listing. */
export function productQuery(orm: Orm, workspaceId: string, span: Span, limit: number) {
  const key = sql<string>`coalesce(${variants.productId}, sold.channel_id || '/' || sold.listing_ref)`;
  const cents = sql<number>`sum(sold.cents)`;
  const ranked = orm.$with("ranked").as(
    orm
      .select({
        key: key.as("rank_key"),
        currency: sql<string>`sold.currency`.as("rank_currency"),
        channelId: sql<string>`min(sold.channel_id)`.as("channel_id"),
        listingRef: sql<string>`min(sold.listing_ref)`.as("listing_ref"),
        title: sql<string | null>`min(${products.title})`.as("rank_title"),
        productId: sql<string | null>`min(${variants.productId})`.as("rank_product"),
        listingId: sql<string | null>`min(${listings.id})`.as("rank_listing"),
        gmvCents: cents.as("rank_cents"),
        units: sql<number>`sum(sold.units)`.as("rank_units"),
        place: sql<number>`row_number() over (partition by sold.currency order by ${cents} desc)`.as("rank_place"),
      })
      .from(sql`(${soldBetween(workspaceId, span)}) as sold`)
      .leftJoin(
        listings,
        and(
          eq(listings.workspaceId, workspaceId),
          eq(listings.channelId, sql`sold.channel_id`),
          eq(listings.listingRef, sql`sold.listing_ref`),
          eq(listings.modelRef, sql`sold.model_ref`),
        ),
      )
      .leftJoin(variants, and(eq(variants.workspaceId, workspaceId), eq(variants.id, listings.variantId)))
      .leftJoin(products, and(eq(products.workspaceId, workspaceId), eq(products.id, variants.productId)))
      .groupBy(key, sql`sold.currency`),
  );
  return orm
    .with(ranked)
    .select({
      key: ranked.key,
      currency: ranked.currency,
      title: sql<string>`coalesce(${ranked.title}, ${soldTitle(workspaceId, span)})`,
      productId: ranked.productId,
      listingId: ranked.listingId,
      gmvCents: ranked.gmvCents,
      units: ranked.units,
    })
    .from(ranked)
    .where(sql`${ranked.place} <= ${limit}`)
    .orderBy(sql`${ranked.place}`);
}
