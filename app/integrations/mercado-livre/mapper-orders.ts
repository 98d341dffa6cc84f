import type { OrderState, RemoteOrder, RemoteOrderItem, RemoteShipment } from "#app/domain/channels/remote.ts";
import type { WireOrder, WireShipment, WireShipmentCosts, WireShipmentHistory, WireShipmentSla } from "./wire-orders.ts";

/** What could be learned of a parcel; undefined where nobody asked or the vendor has nothing yet. */
export type ShipmentParts = {
  shipment: WireShipment;
  costs?: WireShipmentCosts | undefined;
  sla?: WireShipmentSla | undefined;
  history?: WireShipmentHistory | undefined;
};

export function toOrder(wire: WireOrder, parts: ShipmentParts | null, accountRef: string): RemoteOrder {
  const items = toItems(wire);
  const fees = items.map((item) => item.feeCents);
  const approvals = wire.payments.flatMap((payment) => payment.date_approved ?? []);
  return {
    orderRef: wire.id,
    packRef: wire.pack_id ?? wire.id,
    state: orderState(wire, parts?.shipment ?? null),
    vendorStatus: wire.status,
    currency: wire.currency_id,
    items,
    totalCents: wire.total_amount,
    paidCents: wire.paid_amount ?? sum(wire.payments.map((payment) => payment.total_paid_amount ?? 0)),
    feeCents: fees.every((fee) => fee !== null) ? sum(fees) : null,
    settledCents: null,
    buyerRef: wire.buyer?.id ?? "",
    buyerName: parts?.shipment.destination?.receiver_name ?? wire.buyer?.nickname ?? null,
    buyerMessage: null,
    cancel: toCancel(wire),
    tags: wire.tags,
    shipment: parts === null ? null : toShipment(parts, accountRef),
    placedAtMs: wire.date_created,
    paidAtMs: approvals.length === 0 ? null : Math.min(...approvals),
    closedAtMs: wire.date_closed,
    updatedAtMs: wire.last_updated ?? wire.date_closed ?? wire.date_created,
  };
}

function toItems(wire: WireOrder): RemoteOrderItem[] {
  const isPerLine = feesArePerLine(wire);
  return wire.order_items.map((line) => ({
    listingRef: line.item.id,
    modelRef: line.item.variation_id ?? "",
    sku: line.item.seller_sku ?? line.item.seller_custom_field,
    title: line.item.title,
    quantity: line.quantity,
    unitPriceCents: line.unit_price,
    feeCents: line.sale_fee === null ? null : line.sale_fee * (isPerLine ? 1 : line.quantity),
    listingType: line.listing_type_id,
  }));
}

/** The vendor does not word what `sale_fee` is for: per unit, unless what it really took says per line. */
function feesArePerLine({ order_items, payments }: WireOrder): boolean {
  const taken = sum(payments.map((payment) => payment.marketplace_fee ?? 0));
  const perLine = sum(order_items.map((line) => line.sale_fee ?? 0));
  const perUnit = sum(order_items.map((line) => (line.sale_fee ?? 0) * line.quantity));
  return taken > 0 && taken === perLine && taken !== perUnit;
}

function toCancel({ status, cancel_detail: detail }: WireOrder): RemoteOrder["cancel"] {
  if (detail == null) return status === "cancelled" ? { by: "vendor", reason: "" } : null;
  const requester = `${detail.requested_by ?? ""} ${detail.group ?? ""}`.toLowerCase();
  const by = requester.includes("buyer") ? "buyer" : requester.includes("seller") ? "seller" : "vendor";
  return { by, reason: detail.description ?? detail.code ?? "" };
}

/** In which of our states an order is, from its status, its tags and its parcel together. */
function orderState(order: WireOrder, shipment: WireShipment | null): OrderState {
  switch (order.status) {
    case "cancelled":
    case "invalid":
      return "cancelled";
    case "pending_cancel":
      return "held";
    case "paid":
    case "partially_refunded":
      return paidState(order, shipment);
    default:
      return "unpaid";
  }
}

function paidState(order: WireOrder, shipment: WireShipment | null): OrderState {
  const isRefunded = order.payments.length > 0 && order.payments.every((payment) => payment.status === "refunded");
  const state = shipment === null ? unshippedState(order) : parcelState(shipment);
  if (isRefunded && (state === "delivered" || state === "shipped")) return "returned";
  // Sending it would lose the goods: the vendor asks to cancel instead.
  if (order.tags.includes("fraud_risk_detected") && state === "ready") return "held";
  return state;
}

function unshippedState({ tags, fulfilled }: WireOrder): OrderState {
  if (tags.includes("delivered") || fulfilled === true) return "delivered";
  // Paid, with a parcel that is not there yet: nothing can be packed before it is.
  return tags.includes("no_shipping") ? "ready" : "held";
}

const handedOver = new Set(["in_hub", "picked_up", "dropped_off", "in_packing_list", "authorized_by_carrier"]);
const waitsForPapers = new Set(["invoice_pending", "buffered"]);

function parcelState({ status, substatus, logistic }: WireShipment): OrderState {
  switch (status) {
    case "to_be_agreed":
      return "ready";
    case "pending":
    case "handling":
      // The seller's own carrier: no label of the vendor is waited for.
      return isOwnCarrier(logistic?.mode) ? "ready" : "held";
    case "ready_to_ship":
      if (handedOver.has(substatus ?? "")) return "shipped";
      // What lies in the vendor's own warehouse is sent by the vendor.
      return waitsForPapers.has(substatus ?? "") || logistic?.type === "fulfillment" ? "held" : "ready";
    case "shipped":
      return "shipped";
    case "delivered":
      return "delivered";
    case "not_delivered":
      return "returned";
    default:
      return "held";
  }
}

const ownCarrierModes = new Set(["me1", "custom"]);

/** Who ships by a carrier of their own tells the vendor themselves where a parcel is. */
export function isOwnCarrier(mode: string | null | undefined): boolean {
  return ownCarrierModes.has(mode ?? "");
}

function toShipment({ shipment, costs, sla, history }: ShipmentParts, accountRef: string): RemoteShipment {
  const own = costs?.senders.filter((sender) => sender.user_id === accountRef);
  return {
    shipmentRef: shipment.id,
    status: shipment.status,
    substatus: shipment.substatus,
    logisticType: shipment.logistic?.type ?? shipment.logistic?.mode ?? "",
    trackingNumber: shipment.tracking_number,
    carrier: shipment.tracking_method,
    sellerCostCents: own === undefined ? null : sum(own.map((sender) => sender.cost)),
    shipByMs: sla?.expected_date ?? null,
    shippedAtMs: history?.date_history?.date_shipped ?? null,
    deliveredAtMs: history?.date_history?.date_delivered ?? null,
    isLate: sla?.status === "delayed",
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
