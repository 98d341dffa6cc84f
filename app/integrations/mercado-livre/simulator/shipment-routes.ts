import { z } from "zod";
import type { SimShipment } from "./model.ts";
import { tellOrder, tellShipment } from "./notices.ts";
import { buyerName } from "./order-wire.ts";
import { amount, localIso, noContent, refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";
import { deliverShipment, isLate, sendShipment, shippingModeOf } from "./shipments-made.ts";

const dayMs = 86_400_000;

export const shipmentRoutes: Route[] = [
  route("GET /shipments/:id", (context) => withShipment(context, (shipment) => reply(shipmentBody(context, shipment)))),
  route("POST /shipments/:id/seller_notifications", hearSeller),
  route("GET /shipments/:id/orders", shipmentOrders),
  route("GET /shipments/:id/costs", (context) => withShipment(context, costs)),
  route("GET /shipments/:id/sla", (context) => withShipment(context, (shipment) => sla(context, shipment))),
  route("GET /shipments/:id/history", (context) => withShipment(context, history)),
  route("GET /shipments/:id/items", (context) =>
    withShipment(context, (shipment) =>
      reply(
        shipment.orderIds
          .flatMap((id) => context.world.orders.get(id) ?? [])
          .map((order) => ({ item_id: order.itemId, order_id: order.id, quantity: order.quantity, description: order.title })),
      ),
    ),
  ),
  route("GET /shipments/:id/delays", (context) =>
    withShipment(context, (shipment) =>
      isLate(shipment, context.nowMs)
        ? reply({
            shipment_id: shipment.id,
            delays: [{ type: "handling_delayed", date: localIso(shipment.deadlineMs), source: "internal" }],
          })
        : refuse(404, "not_found", "Delays Not Found for shipment"),
    ),
  ),
];

/** Without the header the old format was asked for, which is no longer there. */
function withShipment(context: RouteContext, work: (shipment: SimShipment) => Response): Response {
  if (context.request.headers.get("x-format-new") !== "true") return refuse(400, "bad_request", "Header x-format-new is required");
  return ofCaller(context, work);
}

function ofCaller({ world, params, caller, nowMs }: RouteContext, work: (shipment: SimShipment) => Response): Response {
  const shipment = world.shipments.get(Number(params["id"]));
  if (shipment === undefined || shipment.visibleFromMs > nowMs) return refuse(404, "not_found_shipping_id", "Shipment not found");
  if (shipment.sellerId !== caller.id) return refuse(403, "forbidden", "The caller has not access to the shipment");
  return work(shipment);
}

function shipmentBody({ world }: RouteContext, shipment: SimShipment): unknown {
  const isPaid = shipment.orderIds.some((id) => world.orders.get(id)?.payment.approvedMs != null);
  const name = isPaid ? buyerName(shipment.buyerId) : "XXXXXXX";
  const mode = shippingModeOf(shipment.logisticType);
  const isSent = shipment.shippedMs !== null || shipment.substatus === "printed";
  return {
    id: shipment.id,
    status: shipment.status,
    substatus: shipment.substatus,
    date_created: localIso(shipment.createdMs),
    last_updated: localIso(shipment.updatedMs),
    tracking_number: mode !== "me2" ? shipment.ownTracking : isSent ? `BR${String(shipment.id).slice(-9)}ML` : null,
    tracking_method: isSent && mode === "me2" ? "Mercado Envios Padrão" : null,
    logistic: { mode, type: shipment.logisticType, direction: "forward" },
    origin: { node: null, sender_id: shipment.sellerId, shipping_address: { city: { name: "São Paulo" }, state: { id: "BR-SP" } } },
    destination: {
      receiver_id: shipment.buyerId,
      receiver_name: name,
      receiver_phone: "XXXXXXX",
      shipping_address: {
        address_line: isPaid ? "Rua das Flores 120" : "XXXXXXX",
        city: { name: "Curitiba" },
        state: { id: "BR-PR" },
        zip_code: isPaid ? "80010-000" : "XXXXXXX",
      },
    },
    source: { site_id: "MLB", market_place: "MELI" },
    lead_time: {
      cost: amount(shipment.costCents),
      cost_type: shipment.costCents > 0 ? "free" : "charged",
      list_cost: amount(shipment.costCents + 800),
      option_id: 1_000_000 + (shipment.id % 1_000),
      shipping_method: { id: 182, name: "Padrão" },
      estimated_delivery_time: { date: localIso(shipment.deadlineMs + 4 * dayMs), unit: "hour" },
    },
    dimensions: { height: 12, width: 20, length: 30, weight: 900 },
    tags: [],
    declared_value: 0,
  };
}

const notificationSchema = z.object({
  payload: z.object({ comment: z.string().optional(), date: z.iso.datetime({ offset: true }), service_id: z.int().optional() }),
  tracking_number: z.string().min(1).optional(),
  tracking_url: z.url().optional(),
  status: z.enum(["shipped", "delivered", "not_delivered"]),
  substatus: z.string().nullish(),
});

/** Only of parcels by the seller's own carrier: where the others are, their carriers tell. A parcel never goes back. */
function hearSeller(context: RouteContext): Response {
  const { world, tools, body, nowMs } = context;
  return ofCaller(context, (shipment) => {
    if (shippingModeOf(shipment.logisticType) === "me2")
      return refuse(400, "bad_request", "The shipment mode does not allow seller notifications");
    const told = notificationSchema.safeParse(body);
    if (!told.success) return refuse(400, "bad_request", `Invalid field ${told.error.issues[0]?.path.join(".") ?? "body"}`);
    const isOpen = shipment.shippedMs === null && shipment.status !== "cancelled";
    if (told.data.status === "shipped" ? !isOpen : shipment.status !== "shipped") {
      return refuse(400, "invalid_status_transition", `The shipment is ${shipment.status}`);
    }
    shipment.ownTracking = told.data.tracking_number ?? shipment.ownTracking;
    if (told.data.status === "shipped") sendShipment(shipment, nowMs);
    else if (told.data.status === "delivered") deliverShipment(shipment, nowMs);
    else Object.assign(shipment, { status: "not_delivered", substatus: "returning_to_sender", updatedMs: nowMs });
    tellShipment(world, tools, shipment.id, shipment.sellerId);
    for (const order of shipment.orderIds.flatMap((id) => world.orders.get(id) ?? [])) {
      order.updatedMs = nowMs;
      tellOrder(world, tools, order);
    }
    return reply({ status: "OK" });
  });
}

/** Here ids are text, elsewhere they are numbers. */
function shipmentOrders(context: RouteContext): Response {
  if (context.request.headers.get("x-new-domain") !== "true") return refuse(400, "bad_request", "Header x-new-domain is required");
  return withShipment(context, (shipment) => {
    const orders = shipment.orderIds.flatMap((id) => context.world.orders.get(id) ?? []);
    if (orders.length === 0) return noContent();
    return reply(
      orders.map((order) => ({
        order_id: String(order.id),
        pack_id: String(order.packId ?? order.id),
        item_id: order.itemId,
        variation_id: order.variationId,
        user_product_id: context.world.items.get(order.itemId)?.userProductId ?? null,
        seller_id: order.sellerId,
        requested_quantity: order.quantity,
      })),
    );
  });
}

function costs(shipment: SimShipment): Response {
  return reply({
    gross_amount: amount(shipment.costCents + 800),
    receiver: { user_id: shipment.buyerId, cost: shipment.costCents > 0 ? 0 : 14.9, discounts: [] },
    senders: [{ user_id: shipment.sellerId, cost: amount(shipment.costCents), discounts: [] }],
  });
}

function sla({ nowMs }: RouteContext, shipment: SimShipment): Response {
  if (shipment.status === "cancelled" || shipment.logisticType === "fulfillment") {
    return refuse(404, "not_found", "SLA not found for shipment");
  }
  const status = isLate(shipment, nowMs) ? "delayed" : shipment.shippedMs === null ? "on_time" : "early";
  return reply({ status, service: "dispatch", expected_date: localIso(shipment.deadlineMs), last_updated: localIso(shipment.updatedMs) });
}

function history(shipment: SimShipment): Response {
  const date = (ms: number | null) => (ms === null ? null : localIso(ms));
  return reply({
    status: shipment.status,
    substatus: shipment.substatus,
    date_history: {
      date_created: localIso(shipment.createdMs),
      date_ready_to_ship: date(shipment.readyMs),
      date_shipped: date(shipment.shippedMs),
      date_delivered: date(shipment.deliveredMs),
    },
  });
}
