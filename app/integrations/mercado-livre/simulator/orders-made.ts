import { chance, choose, createWeighted } from "./chance.ts";
import { itemFeeCents } from "./fees.ts";
import { addTo, type SimItem, type SimOrder, type SimSeller, type World } from "./model.ts";
import { addShipment, courseOf } from "./shipments-made.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const brazilOffsetMs = 4 * hourMs;
const historyDays = 90;
/** Sunday first: people buy at the start of the week and little on Saturdays. */
const weekdayWeights = [0.8, 1.25, 1.2, 1.1, 1.05, 0.95, 0.7] as const;
const hourWeights = [2, 1, 0.5, 0.4, 0.4, 0.6, 1.5, 3, 5, 6.5, 7, 7, 7.5, 7, 6.5, 6.5, 6, 6, 6, 7, 8, 8.5, 7, 4.5] as const;
const cartShare = 0.1;

/** The last ninety days of a shop, the same for the same seed and start. */
export function makeOrders(world: World, seller: SimSeller, count: number): void {
  const items = (world.itemIdsOf.get(seller.id) ?? [])
    .flatMap((id) => world.items.get(id) ?? [])
    .filter((item) => item.status !== "closed");
  if (items.length === 0 || count === 0) return;
  const pickItem = createWeighted(items, (item) => item.popularity);
  const times = orderTimes(world, seller, count);
  // Orders that are added later must not repeat the first ones.
  const base = world.orderIdsOf.get(seller.id)?.length ?? 0;
  for (let index = 0; index < times.length;) {
    const number = base + index;
    const draw = (topic: number) => chance(world.seed, seller.id, number, 100 + topic);
    const isCart = draw(1) < cartShare && index + 1 < times.length;
    const size = isCart ? 2 + Math.floor(draw(2) * 1.4) : 1;
    const createdMs = times[index] ?? world.startMs;
    const chosen = Array.from({ length: size }, (_, part) => pickItem(chance(world.seed, seller.id, number, part, 131)));
    addHistoricSale(world, seller, { items: [...new Set(chosen)], createdMs, draw });
    index += size;
  }
}

function orderTimes(world: World, seller: SimSeller, count: number): number[] {
  const days = Array.from({ length: historyDays }, (_, age) => age);
  const pickDay = createWeighted(days, (age) => {
    const weekday = new Date(world.startMs - age * dayMs - brazilOffsetMs).getUTCDay();
    return (weekdayWeights[weekday] ?? 1) * (1.15 - (age / historyDays) * 0.3);
  });
  const pickHour = createWeighted(
    hourWeights.map((weight, hour) => ({ weight, hour })),
    ({ weight }) => weight,
  );
  const times = Array.from({ length: count }, (_, index) => {
    const age = pickDay(chance(world.seed, seller.id, index, 91));
    const midnightMs = Math.floor((world.startMs - brazilOffsetMs) / dayMs) * dayMs + brazilOffsetMs - age * dayMs;
    const atMs =
      midnightMs +
      pickHour(chance(world.seed, seller.id, index, 92)).hour * hourMs +
      Math.floor(chance(world.seed, seller.id, index, 93) * hourMs);
    return atMs > world.startMs - 5 * 60_000 ? atMs - dayMs : atMs;
  });
  return times.sort((a, b) => a - b);
}

type HistoricSale = { items: SimItem[]; createdMs: number; draw: (topic: number) => number };

function addHistoricSale(world: World, seller: SimSeller, { items, createdMs, draw }: HistoricSale): void {
  const buyerId = buyerIdOf(draw(3));
  const orders = items.map((item, part) => {
    const share = chance(world.seed, seller.id, createdMs, part, 7);
    return addOrder(world, item, {
      quantity: share < 0.85 ? 1 : share < 0.96 ? 2 : 3,
      atMs: createdMs,
      buyerId,
      variationShare: draw(4),
      isDiscounted: draw(5) < 0.15,
    });
  });
  if (orders.length > 1) packTogether(world, orders);
  const fate = draw(6);
  if (fate < 0.045) return cancelHistoric(world, orders, draw);
  const ageMs = world.startMs - createdMs;
  if (ageMs < 2 * dayMs && fate > 0.93) {
    for (const order of orders) order.status = fate > 0.965 ? "payment_required" : "payment_in_process";
    return;
  }
  const paidMs = createdMs + Math.floor(draw(7) * 20 * 60_000);
  for (const order of orders) markPaid(order, Math.min(paidMs, world.startMs));
  const [first] = orders;
  const logisticType = items[0]?.logisticType ?? "cross_docking";
  const shipment = addShipment(world, orders, { sellerId: seller.id, buyerId, logisticType, paidMs, costCents: shippingCostOf(items) });
  courseOf(shipment, { nowMs: world.startMs, draw });
  for (const order of orders) afterShipment(order, shipment.updatedMs, draw);
  if (first !== undefined && shipment.status === "ready_to_ship" && draw(9) < 0.02) first.tags.push("fraud_risk_detected");
}

const buyerCount = 9_000;

export function buyerIdOf(share: number): number {
  return 700_000_000 + Math.floor(share * buyerCount);
}

function shippingCostOf(items: readonly SimItem[]): number {
  return items.some((item) => item.freeShipping) ? 1_990 + items.length * 310 : 0;
}

export type Sale = { quantity: number; atMs: number; buyerId: number; variationShare: number; isDiscounted: boolean };

/** An order that waits for its payment. */
export function addOrder(world: World, item: SimItem, sale: Sale): SimOrder {
  const variation = item.variations.length > 0 ? choose(item.variations, sale.variationShare) : null;
  const fullUnitCents = variation?.priceCents ?? item.priceCents;
  const unitCents = sale.isDiscounted ? Math.round(fullUnitCents * 0.95) : fullUnitCents;
  world.counters.order += 1;
  world.counters.payment += 1;
  const order: SimOrder = {
    id: 2_000_007_000_000_000 + world.counters.order,
    packId: null,
    sellerId: item.sellerId,
    itemId: item.id,
    variationId: variation?.id ?? null,
    sku: variation?.sku ?? item.sku,
    title: item.title,
    quantity: sale.quantity,
    unitCents,
    fullUnitCents,
    feeCents: itemFeeCents(item, unitCents, sale.atMs),
    listingType: item.listingType,
    buyerId: sale.buyerId,
    status: "payment_in_process",
    tags: [...(item.isCatalog ? ["catalog"] : []), ...(sale.isDiscounted ? ["order_has_discount"] : [])],
    cancel: null,
    payment: { id: 90_000_000_000 + world.counters.payment, status: "in_process", approvedMs: null },
    shipmentId: null,
    createdMs: sale.atMs,
    closedMs: null,
    updatedMs: sale.atMs,
  };
  world.orders.set(order.id, order);
  addTo(world.orderIdsOf, order.sellerId, order.id);
  return order;
}

export function packTogether(world: World, orders: readonly SimOrder[]): void {
  world.counters.pack += 1;
  const packId = 2_000_003_000_000_000 + world.counters.pack;
  world.packs.set(
    packId,
    orders.map((order) => order.id),
  );
  for (const order of orders) {
    order.packId = packId;
    order.tags.push("pack_order");
  }
}

export function markPaid(order: SimOrder, atMs: number): void {
  order.status = "paid";
  order.payment = { ...order.payment, status: "approved", approvedMs: atMs };
  order.closedMs ??= atMs;
  order.updatedMs = atMs;
  order.tags.push("paid", "not_delivered");
}

function cancelHistoric(world: World, orders: readonly SimOrder[], draw: (topic: number) => number): void {
  const kind = choose(["buyer", "buyer", "buyer", "seller", "fraud"] as const, draw(10));
  for (const order of orders) {
    cancelOrder(order, kind, Math.min(world.startMs, order.createdMs + Math.floor(draw(11) * 30 * hourMs)));
  }
}

export type CancelKind = "buyer" | "seller" | "fraud";

const cancelDetails = {
  buyer: { group: "buyer", code: "buyer_cancel_express", description: "O comprador desistiu da compra", requestedBy: "buyer" },
  seller: { group: "seller", code: "seller_out_of_stock", description: "O vendedor ficou sem estoque", requestedBy: "seller" },
  fraud: { group: "fraud", code: "buyer_fraud", description: "Compra cancelada por segurança", requestedBy: "system" },
} as const;

export function cancelOrder(order: SimOrder, kind: CancelKind, atMs: number): void {
  const wasPaid = order.payment.status === "approved";
  order.status = "cancelled";
  order.cancel = { ...cancelDetails[kind], atMs };
  order.payment = { ...order.payment, status: wasPaid ? "refunded" : "cancelled" };
  order.closedMs ??= atMs;
  order.updatedMs = atMs;
  order.tags = order.tags.filter((tag) => tag !== "paid");
}

function afterShipment(order: SimOrder, atMs: number, draw: (topic: number) => number): void {
  order.updatedMs = Math.max(order.updatedMs, atMs);
  const fate = draw(12);
  if (fate < 0.008) Object.assign(order, { status: "partially_refunded" });
  else if (fate < 0.016) order.payment = { ...order.payment, status: "refunded" };
}
