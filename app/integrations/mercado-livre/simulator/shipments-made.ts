import type { SimItem, SimOrder, SimShipment, World } from "./model.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Parcels are collected at noon in São Paulo, which is 15:00 UTC. */
const collectedAtUtcHour = 15;

type NewShipment = { sellerId: number; buyerId: number; logisticType: SimItem["logisticType"]; paidMs: number; costCents: number };

/** A parcel that waits to be sent, for orders of one buyer. */
export function addShipment(world: World, orders: readonly SimOrder[], parcel: NewShipment): SimShipment {
  world.counters.shipment += 1;
  const { sellerId, buyerId, logisticType, paidMs, costCents } = parcel;
  const shipment: SimShipment = {
    id: 44_000_000_000 + world.counters.shipment,
    sellerId,
    orderIds: orders.map((order) => order.id),
    buyerId,
    // The vendor prints labels only for its own carriers.
    ...(shippingModeOf(logisticType) === "me2"
      ? { status: "ready_to_ship", substatus: "ready_to_print" }
      : { status: "pending", substatus: null }),
    logisticType,
    costCents,
    visibleFromMs: paidMs + world.switches.shipmentDelayMs,
    createdMs: paidMs,
    readyMs: paidMs,
    deadlineMs: deadlineOf(paidMs),
    shippedMs: null,
    deliveredMs: null,
    updatedMs: paidMs,
    ownTracking: null,
  };
  world.shipments.set(shipment.id, shipment);
  for (const order of orders) order.shipmentId = shipment.id;
  return shipment;
}

export function shippingModeOf(logisticType: SimItem["logisticType"]): "me1" | "me2" | "custom" {
  if (logisticType === "default") return "me1";
  return logisticType === "custom" ? "custom" : "me2";
}

/** The next collection on a working day that leaves at least six hours. */
function deadlineOf(paidMs: number): number {
  const soonest = paidMs + 6 * hourMs;
  let atMs = Math.floor(soonest / dayMs) * dayMs + collectedAtUtcHour * hourMs;
  if (atMs < soonest) atMs += dayMs;
  while ([0, 6].includes(new Date(atMs).getUTCDay())) atMs += dayMs;
  return atMs;
}

type Course = { nowMs: number; draw: (topic: number) => number };

/** Moves a parcel to where it would be by now: most leave in time, some late, few come back. */
export function courseOf(shipment: SimShipment, { nowMs, draw }: Course): void {
  const isLate = draw(20) < 0.045;
  const leadMs = isLate ? draw(21) * 40 * hourMs : -draw(21) * 4 * hourMs;
  const shipAtMs = shipment.logisticType === "fulfillment" ? shipment.createdMs + 5 * hourMs : shipment.deadlineMs + leadMs;
  if (shipAtMs > nowMs) {
    if (draw(22) < 0.5) Object.assign(shipment, { substatus: "printed", updatedMs: Math.min(nowMs, shipment.createdMs + hourMs) });
    if (draw(22) > 0.94) shipment.substatus = "invoice_pending";
    return;
  }
  sendShipment(shipment, Math.round(shipAtMs));
  const deliverAtMs = shipAtMs + (1.2 + draw(23) * 5) * dayMs;
  if (deliverAtMs > nowMs) return;
  if (draw(24) < 0.012) {
    Object.assign(shipment, { status: "not_delivered", substatus: "returned", updatedMs: Math.round(deliverAtMs) });
    return;
  }
  deliverShipment(shipment, Math.round(deliverAtMs));
}

export function sendShipment(shipment: SimShipment, atMs: number): void {
  Object.assign(shipment, { status: "shipped", substatus: null, shippedMs: atMs, updatedMs: atMs });
}

export function deliverShipment(shipment: SimShipment, atMs: number): void {
  Object.assign(shipment, { status: "delivered", substatus: null, deliveredMs: atMs, updatedMs: atMs });
}

export function isLate({ shippedMs, deadlineMs, logisticType }: SimShipment, nowMs: number): boolean {
  return logisticType !== "fulfillment" && (shippedMs ?? nowMs) > deadlineMs;
}
