import type { OrderState, RemoteOrder, RemoteShipment } from "#app/domain/channels/remote.ts";
import type { WireEscrow, WireOrder } from "./order-wire.ts";

export type OrderParts = { order: WireOrder; escrow: WireEscrow | undefined; trackingNumber: string | undefined };

const states: Record<string, OrderState> = {
  UNPAID: "unpaid",
  INVOICE_PENDING: "held",
  READY_TO_SHIP: "ready",
  RETRY_SHIP: "ready",
  PROCESSED: "ready",
  SHIPPED: "shipped",
  TO_CONFIRM_RECEIVE: "delivered",
  COMPLETED: "delivered",
  TO_RETURN: "returned",
  IN_CANCEL: "held",
  CANCELLED: "cancelled",
};

const withoutMoney: ReadonlySet<string> = new Set(["UNPAID", "CANCELLED"]);
const waiting: ReadonlySet<string> = new Set(["INVOICE_PENDING", "READY_TO_SHIP", "RETRY_SHIP", "PROCESSED"]);
const onTheWay: ReadonlySet<string> = new Set(["PROCESSED", "SHIPPED", "TO_CONFIRM_RECEIVE"]);

/** Only a paid order that lives has an account of its money. */
export function hasEscrow(order: WireOrder): boolean {
  return !withoutMoney.has(order.order_status);
}

/** A tracking number exists from when the parcel was announced, and nobody looks for it once it has arrived. */
export function hasTracking(order: WireOrder): boolean {
  return onTheWay.has(order.order_status) && (order.package_list ?? []).length > 0;
}

export function toOrder({ order, escrow, trackingNumber }: OrderParts, nowMs: number): RemoteOrder {
  const items = order.item_list.map(toItem);
  const income = escrow?.order_income;
  const state = toState(order, escrow);
  const isClosed = order.order_status === "COMPLETED" || state === "cancelled";
  return {
    orderRef: order.order_sn,
    packRef: order.order_sn,
    state,
    vendorStatus: order.order_status,
    currency: order.currency,
    items,
    totalCents: items.reduce((sum, item) => sum + item.unitPriceCents * item.quantity, 0),
    paidCents: order.total_amount,
    feeCents: income ? income.commission_fee + income.service_fee + income.seller_transaction_fee : null,
    settledCents: income?.escrow_amount ?? null,
    buyerRef: order.buyer_user_id ?? "",
    buyerName: /[^*\s]/.test(order.buyer_username) ? order.buyer_username : null,
    buyerMessage: order.message_to_seller === "" ? null : order.message_to_seller,
    cancel: toCancel(order, state),
    tags: order.cod === true ? ["cash-on-delivery"] : [],
    shipment: toShipment(order, trackingNumber, nowMs),
    placedAtMs: order.create_time,
    paidAtMs: order.pay_time,
    // Shopee tells no such time: the last change of a closed order is the nearest to it.
    closedAtMs: isClosed ? order.update_time : null,
    updatedAtMs: order.update_time,
  };
}

/** A status we have not heard of waits for people to look at it, and must not count as something to ship. */
function toState(order: WireOrder, escrow: WireEscrow | undefined): OrderState {
  const state = states[order.order_status] ?? "held";
  // A completed order keeps its status when the buyer sends things back; only its account tells.
  return state === "delivered" && (escrow?.return_order_sn_list ?? []).length > 0 ? "returned" : state;
}

function toItem(line: WireOrder["item_list"][number]): RemoteOrder["items"][number] {
  const modelRef = line.model_id ?? "0";
  return {
    listingRef: line.item_id,
    modelRef: modelRef === "0" ? "" : modelRef,
    sku: line.model_sku || line.item_sku || null,
    title: line.item_name,
    quantity: line.model_quantity_purchased,
    unitPriceCents: line.model_discounted_price,
    feeCents: null,
    listingType: null,
  };
}

function toCancel(order: WireOrder, state: OrderState): RemoteOrder["cancel"] {
  if (state !== "cancelled") return null;
  const by = order.cancel_by.toLowerCase();
  return { by: by === "buyer" || by === "seller" ? by : "vendor", reason: order.cancel_reason };
}

function toShipment(order: WireOrder, trackingNumber: string | undefined, nowMs: number): RemoteShipment | null {
  const [parcel] = order.package_list ?? [];
  if (parcel === undefined) return null;
  const shippedAtMs = order.pickup_done_time;
  const leftAtMs = shippedAtMs ?? (waiting.has(order.order_status) ? nowMs : null);
  return {
    shipmentRef: parcel.package_number,
    status: parcel.logistics_status,
    substatus: null,
    logisticType: order.fulfillment_flag,
    trackingNumber: trackingNumber || null,
    carrier: parcel.shipping_carrier || order.shipping_carrier || null,
    sellerCostCents: null,
    shipByMs: order.ship_by_date,
    shippedAtMs,
    deliveredAtMs: null,
    isLate: order.ship_by_date !== null && leftAtMs !== null && leftAtMs > order.ship_by_date,
  };
}
