import { and, asc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { isVendor } from "../channels/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type FeeRule, predictFee } from "../pricing/fees.ts";
import { type OrderSummary, toSummary } from "./list-orders.server.ts";
import { moneyOf, type OrderMoney } from "./order-money.ts";
import { historyOf, isOrderState, type OrderEvent } from "./policy.ts";

const inputSchema = z.object({ id: z.string().min(1, "fieldInvalid").max(60, "fieldInvalid") });

/** Stored as the vendor's adapter gave it; what does not look like a shipment is not shown as one. */
const shipmentSchema = z.object({
  substatus: z.string().nullable().catch(null),
  logisticType: z.string().catch(""),
  trackingNumber: z.string().nullable().catch(null),
  carrier: z.string().nullable().catch(null),
});

export type OrderLine = {
  listingRef: string;
  sku: string | null;
  title: string;
  quantity: number;
  unitPriceCents: number;
  feeCents: number | null;
  listing: { id: string; permalink: string } | null;
  product: { id: string; title: string; sku: string } | null;
  costCents: number | null;
  costCurrency: string | null;
};

/** Another order of the same cart, in the same parcel. */
export type PackedOrder = {
  id: string;
  orderRef: string;
  state: string;
  totalCents: number;
  currency: string;
  lines: { title: string; quantity: number }[];
};

export type OrderDetail = Omit<OrderSummary, "items" | "packOrders"> & {
  channel: { id: string; name: string; vendor: string };
  lines: OrderLine[];
  pack: PackedOrder[];
  history: OrderEvent[];
  money: OrderMoney;
  /** The rule by which the fee is predicted, when our tables know the listing's kind. */
  feeRule: FeeRule | null;
  buyerMessage: string | null;
  cancelReason: string | null;
  tags: string[];
  shipmentRef: string | null;
  shipment: z.output<typeof shipmentSchema> | null;
  paidAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  closedAt: number | null;
  readAt: number;
};

/** One order with all we know of it: where it is, what it brings, what else is in its parcel. */
export async function readOrder(ctx: ServiceContext, input: { id: string }): Promise<OrderDetail> {
  requirePermission(ctx, "orders:read");
  const { id } = parseInput(inputSchema, input);
  const order = await ctx.db.first(orders, eq(orders.id, id));
  if (order === undefined) throw notFound("order");
  const { channel, lines, siblings, sightings } = await readAround(ctx, order);
  const shipment = order.shipment === null ? null : (shipmentSchema.safeParse(order.shipment).data ?? null);
  const first = lines[0];
  const rule =
    first === undefined || !isVendor(channel.vendor)
      ? undefined
      : predictFee({
          vendor: channel.vendor,
          site: channel.site,
          listingType: first.listingType,
          logisticType: shipment?.logisticType ?? null,
          priceCents: first.unitPriceCents,
          quantity: first.quantity,
          placedAtMs: order.placedAt,
        })?.rule;
  const { buyerMessage, cancelReason, tags, shipmentRef, paidAt, shippedAt, deliveredAt, closedAt, readAt } = order;
  return {
    ...toSummary(order, ctx.clock.now()),
    channel: { id: channel.id, name: channel.name, vendor: channel.vendor },
    lines: lines.map(({ listingType: _type, ...line }) => line),
    pack: toPack(siblings),
    history: historyOf(sightings),
    money: moneyOf(order, lines),
    feeRule: rule ?? null,
    buyerMessage,
    cancelReason,
    tags,
    shipmentRef,
    shipment,
    paidAt,
    shippedAt,
    deliveredAt,
    closedAt,
    readAt,
  };
}

type OrderRow = typeof orders.$inferSelect;

async function readAround(ctx: ServiceContext, order: OrderRow) {
  const isPacked = order.packRef !== order.orderRef;
  const [channelRows, lines, siblings, events] = await ctx.db.read((orm, scope) =>
    orm.batch([
      orm
        .select({ id: channels.id, name: channels.name, vendor: channels.vendor, site: channels.site })
        .from(channels)
        .where(and(scope(channels), eq(channels.id, order.channelId))),
      orm
        .select(lineColumns)
        .from(orderItems)
        .leftJoin(
          listings,
          and(
            scope(listings),
            eq(listings.channelId, orderItems.channelId),
            eq(listings.listingRef, orderItems.listingRef),
            eq(listings.modelRef, orderItems.modelRef),
          ),
        )
        .leftJoin(variants, and(scope(variants), eq(variants.id, listings.variantId)))
        .leftJoin(products, and(scope(products), eq(products.id, variants.productId)))
        .where(and(scope(orderItems), eq(orderItems.orderId, order.id)))
        .orderBy(asc(orderItems.id)),
      orm
        .select({ order: orders, title: orderItems.title, quantity: orderItems.quantity })
        .from(orders)
        .innerJoin(orderItems, and(scope(orderItems), eq(orderItems.orderId, orders.id)))
        .where(
          and(
            scope(orders),
            isPacked ? eq(orders.packRef, order.packRef) : sql`0`,
            eq(orders.channelId, order.channelId),
            ne(orders.id, order.id),
          ),
        )
        .orderBy(asc(orders.id), asc(orderItems.id)),
      orm
        .select()
        .from(orderEvents)
        .where(and(scope(orderEvents), eq(orderEvents.orderId, order.id)))
        .orderBy(asc(orderEvents.at)),
    ]),
  );
  const channel = channelRows[0] ?? { id: order.channelId, name: order.channelId, vendor: "", site: "" };
  const sightings = events.flatMap(({ at, state, vendorStatus, shipmentStatus }) =>
    isOrderState(state) ? [{ at, state, vendorStatus, shipmentStatus }] : [],
  );
  return { channel, lines: lines.map(toLine), siblings, sightings };
}

/** Every column under a name of its own: in a batch, two of the same name become one. */
const lineColumns = {
  listingRef: orderItems.listingRef,
  sku: orderItems.sku,
  title: orderItems.title,
  quantity: orderItems.quantity,
  unitPriceCents: orderItems.unitPriceCents,
  feeCents: orderItems.feeCents,
  listingId: sql<string | null>`${listings.id}`.as("listing_id"),
  permalink: listings.permalink,
  listingType: listings.listingType,
  productId: variants.productId,
  productTitle: sql<string | null>`${products.title}`.as("product_title"),
  variantSku: sql<string | null>`${variants.sku}`.as("variant_sku"),
  costCents: variants.costCents,
  costCurrency: variants.currency,
};

type LineRow = Pick<OrderLine, "listingRef" | "sku" | "title" | "quantity" | "unitPriceCents" | "feeCents" | "costCents" | "costCurrency"> &
  Record<"listingId" | "permalink" | "listingType" | "productId" | "productTitle" | "variantSku", string | null>;

function toLine(row: LineRow): OrderLine & { listingType: string | null } {
  const { listingId, permalink, productId, productTitle, variantSku, ...line } = row;
  return {
    ...line,
    listing: listingId === null ? null : { id: listingId, permalink: permalink ?? "" },
    product: productId === null ? null : { id: productId, title: productTitle ?? line.title, sku: variantSku ?? "" },
  };
}

function toPack(rows: readonly { order: OrderRow; title: string; quantity: number }[]): PackedOrder[] {
  const packed = new Map<string, PackedOrder>();
  for (const { order, title, quantity } of rows) {
    const { id, orderRef, state, totalCents, currency } = order;
    const known = packed.get(id) ?? { id, orderRef, state, totalCents, currency, lines: [] };
    known.lines.push({ title, quantity });
    packed.set(id, known);
  }
  return [...packed.values()];
}
