import type { SimulatorTools } from "../../simulator.ts";
import { cancelReasons, invoiceKeyOf, shipByOf, takeBack } from "./make-orders.ts";
import { packageNumberOf, trackingNumberOf } from "./new-order.ts";
import { push } from "./pushes.ts";
import { note, type OrderStatus, type SimOrder, type SimShop, type World } from "./world.ts";

const codes = { orderStatus: 3, trackingNumber: 4, reservedStock: 8 } as const;

/** The one place where a living order changes: its time, the note for people, and what the app is told. */
function moveTo(world: World, shop: SimShop, order: SimOrder, status: OrderStatus, tools: SimulatorTools): void {
  const nowS = Math.floor(tools.nowMs / 1_000);
  order.status = status;
  order.updateS = nowS;
  note(world, tools.nowMs, { shopId: shop.shopId, what: status, ref: order.sn });
  push(world, tools, shop.shopId, codes.orderStatus, { ordersn: order.sn, status, update_time: nowS });
}

/** A sale takes the stock at once, whoever pays later. */
export function announceOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  for (const line of order.lines) changeStock(world, shop, { ...line, by: -line.quantity, sn: order.sn }, tools);
  moveTo(world, shop, order, order.status, tools);
}

type StockMove = { itemId: number; modelId: number; by: number; sn: string };

function changeStock(world: World, shop: SimShop, { itemId, modelId, by, sn }: StockMove, tools: SimulatorTools): void {
  const model = shop.itemById.get(itemId)?.models.find((candidate) => candidate.modelId === modelId);
  const item = shop.itemById.get(itemId);
  if (model === undefined || item === undefined) return;
  model.stock = Math.max(0, model.stock + by);
  model.reserved = Math.min(model.reserved, model.stock);
  item.sold = Math.max(0, item.sold - by);
  item.updateS = Math.floor(tools.nowMs / 1_000);
  push(world, tools, shop.shopId, codes.reservedStock, {
    item_id: itemId,
    variation_id: modelId,
    ordersn: sn,
    action: by < 0 ? "place_order" : "cancel_order",
  });
}

export function payOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  order.payS = Math.floor(tools.nowMs / 1_000);
  order.shipByS = shipByOf(order.payS);
  moveTo(world, shop, order, "INVOICE_PENDING", tools);
}

export function invoiceOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  order.invoiceKey = invoiceKeyOf(order.sn);
  moveTo(world, shop, order, "READY_TO_SHIP", tools);
}

export function prepareOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  order.trackingNumber = trackingNumberOf(order.sn);
  moveTo(world, shop, order, "PROCESSED", tools);
  const parcel = { ordersn: order.sn, package_number: packageNumberOf(order.sn), tracking_no: order.trackingNumber };
  push(world, tools, shop.shopId, codes.trackingNumber, parcel);
}

export function shipOut(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  if (order.trackingNumber === null) prepareOrder(world, shop, order, tools);
  order.pickupS = Math.floor(tools.nowMs / 1_000);
  moveTo(world, shop, order, "SHIPPED", tools);
}

export function deliverOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  order.deliverS = Math.floor(tools.nowMs / 1_000);
  moveTo(world, shop, order, "COMPLETED", tools);
}

/** The status stays COMPLETED: that something came back is told by the account of its money. */
export function returnOrder(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  takeBack(order, Math.floor(tools.nowMs / 1_000));
  moveTo(world, shop, order, "COMPLETED", tools);
}

export function askToCancel(world: World, shop: SimShop, order: SimOrder, tools: SimulatorTools): void {
  moveTo(world, shop, order, "IN_CANCEL", tools);
}

export function cancelOrder(
  world: World,
  shop: SimShop,
  order: SimOrder,
  cancel: { by: "buyer" | "seller" | "system" },
  tools: SimulatorTools,
): void {
  order.cancel = { by: cancel.by, reason: cancelReasons[cancel.by] };
  for (const line of order.lines) changeStock(world, shop, { ...line, by: line.quantity, sn: order.sn }, tools);
  moveTo(world, shop, order, "CANCELLED", tools);
}
