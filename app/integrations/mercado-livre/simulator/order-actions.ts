import { z } from "zod";
import type { SimulatorTools } from "../../simulator.ts";
import { ordersByHour } from "../../orders-by-hour.ts";
import { addClaim } from "./claims.ts";
import { setQuantity } from "./item-writes.ts";
import { itemOf, orderOf } from "./lookups.ts";
import { remember, type SimItem, type SimOrder, type World } from "./model.ts";
import { tell, tellItem, tellOrder, tellShipment } from "./notices.ts";
import { addOrder, buyerIdOf, cancelOrder, markPaid, packTogether } from "./orders-made.ts";
import { addShipment, deliverShipment, sendShipment } from "./shipments-made.ts";
import { demoSellerId } from "./sellers.ts";

export type Act = (world: World, input: Record<string, unknown>, tools: SimulatorTools) => Record<string, unknown>;

const order = z.union([z.string(), z.int()]);
const oneOrder = z.strictObject({ order });

const sellSchema = z.strictObject({
  listing: z.string().optional(),
  model: z.union([z.string(), z.int()]).optional(),
  seller: z.int().default(demoSellerId),
  quantity: z.int().min(1).max(1_000).default(1),
  buyer: z.int().optional(),
  /** False leaves the order waiting for its payment. */
  paid: z.boolean().default(true),
  /** Further listings in the same cart, one unit of each. */
  cart: z.array(z.string()).max(20).default([]),
});

export const orderActions: Record<string, Act> = {
  sell,
  /** Changes nothing: for whoever checks sums of a period against ours. */
  "count-orders"(world, input) {
    const { seller } = z.strictObject({ seller: z.int().default(demoSellerId) }).parse(input);
    const own = (world.orderIdsOf.get(seller) ?? []).flatMap((id) => world.orders.get(id) ?? []);
    return {
      ordersByHour: ordersByHour(
        own.map(({ createdMs, status, unitCents, quantity }) => ({ placedMs: createdMs, status, cents: unitCents * quantity })),
      ),
    };
  },
  pay(world, input, tools) {
    const paid = orderOf(world, oneOrder.parse(input).order);
    if (paid.status !== "payment_in_process" && paid.status !== "payment_required") return describe(paid);
    payTogether(world, [paid], tools);
    return done(world, tools, paid, "pay");
  },
  cancel(world, input, tools) {
    const { order: ref, by } = z.strictObject({ order, by: z.enum(["buyer", "seller", "fraud"]).default("buyer") }).parse(input);
    const cancelled = orderOf(world, ref);
    if (cancelled.status === "cancelled") return describe(cancelled);
    cancelOrder(cancelled, by, tools.nowMs);
    const shipment = shipmentOf(world, cancelled);
    if (
      shipment !== undefined &&
      shipment.shippedMs === null &&
      shipment.orderIds.every((id) => world.orders.get(id)?.status === "cancelled")
    ) {
      Object.assign(shipment, { status: "cancelled", substatus: null, updatedMs: tools.nowMs });
      tellShipment(world, tools, shipment.id, cancelled.sellerId);
    }
    giveBack(world, cancelled, tools);
    return done(world, tools, cancelled, "cancel");
  },
  ship: (world, input, tools) => move(world, input, tools, "ship"),
  deliver: (world, input, tools) => move(world, input, tools, "deliver"),
  refund(world, input, tools) {
    const refunded = orderOf(world, oneOrder.parse(input).order);
    refunded.payment = { ...refunded.payment, status: "refunded" };
    return done(world, tools, refunded, "refund");
  },
  claim(world, input, tools) {
    const { order: ref, reason } = z
      .strictObject({
        order,
        reason: z
          .string()
          .regex(/^(PNR|PDD|CS)\d+$/)
          .default("PDD9939"),
      })
      .parse(input);
    const about = orderOf(world, ref);
    const claim = addClaim(world, about, reason, tools.nowMs);
    // This topic leaves the slash away.
    tell(world, tools, {
      topic: "post_purchase",
      resource: `post-purchase/v1/claims/${claim.id}`,
      userId: about.sellerId,
      actions: ["claims"],
    });
    return { ...done(world, tools, about, "claim"), claim: claim.id };
  },
};

function sell(world: World, input: Record<string, unknown>, tools: SimulatorTools): Record<string, unknown> {
  const wanted = sellSchema.parse(input);
  const items = [
    wanted.listing === undefined ? anyItem(world, wanted.seller) : itemOf(world, wanted.listing),
    ...wanted.cart.map((id) => itemOf(world, id)),
  ];
  const buyerId = wanted.buyer ?? buyerIdOf(tools.random());
  const orders = items.map((item, index) => {
    const model = index === 0 ? item.variations.findIndex((one) => String(one.id) === String(wanted.model)) : -1;
    const sale = { quantity: index === 0 ? wanted.quantity : 1, atMs: tools.nowMs, buyerId, isDiscounted: false };
    const sold = addOrder(world, item, { ...sale, variationShare: model < 0 ? 0 : (model + 0.5) / item.variations.length });
    take(item, sold);
    return sold;
  });
  if (orders.length > 1) packTogether(world, orders);
  for (const sold of orders) tellOrder(world, tools, sold);
  if (wanted.paid) payTogether(world, orders, tools);
  for (const item of items) {
    item.updatedMs = tools.nowMs;
    tellItem(world, tools, item);
  }
  const results = orders.map((sold) => done(world, tools, sold, "sell"));
  return { ...results[0], orders: results };
}

function anyItem(world: World, sellerId: number): SimItem {
  const items = (world.itemIdsOf.get(sellerId) ?? []).flatMap((id) => world.items.get(id) ?? []);
  return items.find((item) => item.status === "active" && item.quantity > 0) ?? itemOf(world, `any of seller ${sellerId}`);
}

/** Sold is sold, also below zero stock: another marketplace may have taken the last one. */
function take(item: SimItem, { quantity, variationId }: SimOrder): void {
  const variation = item.variations.find((one) => one.id === variationId);
  if (variation !== undefined) {
    variation.quantity = Math.max(0, variation.quantity - quantity);
    variation.sold += quantity;
  }
  item.sold += quantity;
  setQuantity(item, Math.max(0, item.quantity - quantity));
}

function giveBack(world: World, { itemId, variationId, quantity }: SimOrder, tools: SimulatorTools): void {
  const item = world.items.get(itemId);
  if (item === undefined || item.status === "closed") return;
  const variation = item.variations.find((one) => one.id === variationId);
  if (variation !== undefined) variation.quantity += quantity;
  setQuantity(item, item.quantity + quantity);
  item.updatedMs = tools.nowMs;
  tellItem(world, tools, item);
}

function payTogether(world: World, orders: readonly SimOrder[], tools: SimulatorTools): void {
  const [first] = orders;
  if (first === undefined) return;
  for (const paid of orders) {
    markPaid(paid, tools.nowMs);
    tell(world, tools, { topic: "payments", resource: `/collections/${paid.payment.id}`, userId: paid.sellerId });
  }
  const items = orders.flatMap((paid) => world.items.get(paid.itemId) ?? []);
  const logisticType = items[0]?.logisticType ?? "cross_docking";
  const costCents = items.some((item) => item.freeShipping) ? 2_300 : 0;
  const shipment = addShipment(world, orders, {
    sellerId: first.sellerId,
    buyerId: first.buyerId,
    logisticType,
    paidMs: tools.nowMs,
    costCents,
  });
  // A payment is told more than once: every change of the order's inside fires.
  for (const paid of orders) tellOrder(world, tools, paid);
  tellShipment(world, tools, shipment.id, first.sellerId);
}

function move(world: World, input: Record<string, unknown>, tools: SimulatorTools, how: "ship" | "deliver"): Record<string, unknown> {
  const moved = orderOf(world, oneOrder.parse(input).order);
  const shipment = shipmentOf(world, moved);
  if (shipment === undefined) return describe(moved);
  if (how === "ship" || shipment.shippedMs === null) sendShipment(shipment, tools.nowMs);
  if (how === "deliver") deliverShipment(shipment, tools.nowMs);
  tellShipment(world, tools, shipment.id, moved.sellerId);
  return done(world, tools, moved, how);
}

function shipmentOf(world: World, { shipmentId }: SimOrder) {
  return shipmentId === null ? undefined : world.shipments.get(shipmentId);
}

function done(world: World, tools: SimulatorTools, changed: SimOrder, what: string): Record<string, unknown> {
  changed.updatedMs = tools.nowMs;
  remember(world, tools.nowMs, what, changed.id);
  tellOrder(world, tools, changed);
  return describe(changed);
}

function describe({ id, packId, itemId, variationId, sku, quantity, unitCents, status, shipmentId }: SimOrder): Record<string, unknown> {
  return {
    order: String(id),
    pack: packId === null ? null : String(packId),
    listing: itemId,
    model: variationId,
    sku,
    quantity,
    totalCents: unitCents * quantity,
    status,
    shipment: shipmentId,
  };
}
