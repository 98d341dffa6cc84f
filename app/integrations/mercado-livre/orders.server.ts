import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelClient, OrderPage, Place, ReadResult, TimeWindow } from "#app/domain/channels/ports.ts";
import type { RemoteOrder } from "#app/domain/channels/remote.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { ApiClient } from "./client.server.ts";
import { concurrently } from "./concurrently.ts";
import { type ShipmentParts, toOrder } from "./mapper-orders.ts";
import {
  orderSchema,
  orderSearchSchema,
  shipmentCostsSchema,
  shipmentHistorySchema,
  shipmentOrdersSchema,
  shipmentSchema,
  shipmentSlaSchema,
  type WireOrder,
} from "./wire-orders.ts";

export const ordersAtOnce = 50;
const callsAtOnce = 8;
/** An order that leaves the window while we page shifts the rest forward; pages overlap so that none slips through. */
const pageOverlap = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const windowMs = 7 * dayMs;
/** The vendor answers for orders of the last twelve months only. */
const retentionMs = 365 * dayMs;
/** Deadlines and dispatch dates of older parcels change nothing any more and would cost two calls each. */
const openParcelMs = 35 * dayMs;

type OrderReader = Pick<ChannelClient, "orderPage" | "orders" | "countOrders" | "orderRefsOfShipment">;

export function createOrderReader(api: ApiClient, accountRef: string, clock: Clock): OrderReader {
  async function complete(orders: readonly WireOrder[]): Promise<RemoteOrder[]> {
    // Orders of one cart share a parcel, which is read once.
    const parcels = new Map<string, Promise<ShipmentParts | null>>();
    return concurrently(orders, callsAtOnce, async (order) => {
      const shipmentRef = order.shipping?.id ?? null;
      if (shipmentRef === null) return toOrder(order, null, accountRef);
      const isOpen = order.date_created > clock.now() - openParcelMs;
      const parcel = parcels.get(shipmentRef) ?? readParcel(api, shipmentRef, isOpen);
      parcels.set(shipmentRef, parcel);
      return toOrder(order, await parcel, accountRef);
    });
  }

  return {
    async orderPage(window, place) {
      return readOrderPage(api, accountRef, { window, place }, complete);
    },
    async orders(refs) {
      const read = await concurrently(refs, callsAtOnce, (ref) =>
        api.readIfThere({ operation: "orders.get", path: `/orders/${encodeURIComponent(ref)}` }, orderSchema),
      );
      const found = await complete(read.filter((order) => order !== undefined));
      const known = new Set(found.map((order) => order.orderRef));
      return { found, missing: refs.filter((ref) => !known.has(ref)) } satisfies ReadResult<RemoteOrder>;
    },
    async countOrders(window) {
      const query = { ...changedWithin(accountRef, { ...window, toMs: window.toMs + hourMs }), offset: 0, limit: 1 };
      const page = await api.read({ operation: "orders.search", path: "/orders/search", query }, orderSearchSchema);
      return page.paging.total;
    },
    async orderRefsOfShipment(ref) {
      const headers = { ...shipmentHeaders, "x-new-domain": "true" };
      const call = { operation: "shipments.orders", path: `/shipments/${encodeURIComponent(ref)}/orders`, headers };
      const links = (await api.readIfThere(call, shipmentOrdersSchema)) ?? [];
      return [...new Set(links.map((link) => link.order_id))];
    },
  };
}

type PageRequest = { window: TimeWindow; place: Place };

async function readOrderPage(
  api: ApiClient,
  accountRef: string,
  { window, place }: PageRequest,
  complete: (orders: readonly WireOrder[]) => Promise<RemoteOrder[]>,
): Promise<OrderPage> {
  const offset = Number(place ?? "0");
  if (!Number.isSafeInteger(offset) || offset < 0) throw new ChannelError("place-lost");
  const page = await api.read(
    {
      operation: "orders.search",
      path: "/orders/search",
      query: { ...changedWithin(accountRef, window), offset, limit: ordersAtOnce },
    },
    orderSearchSchema,
  );
  const end = offset + page.results.length;
  const isLast = page.results.length <= pageOverlap || end >= page.paging.total;
  return {
    refs: page.results.map(({ id }) => id),
    complete: () => complete(page.results),
    next: isLast ? null : String(end - pageOverlap),
    total: page.paging.total,
  };
}

function changedWithin(accountRef: string, { fromMs, toMs }: TimeWindow) {
  return {
    seller: accountRef,
    "order.date_last_updated.from": new Date(fromMs).toISOString(),
    "order.date_last_updated.to": new Date(toMs).toISOString(),
    sort: "date_asc",
  };
}

export const shipmentHeaders = { "x-format-new": "true" };
const sentStatuses = new Set(["shipped", "delivered", "not_delivered"]);

async function readParcel(api: ApiClient, ref: string, isOpen: boolean): Promise<ShipmentParts | null> {
  const path = `/shipments/${encodeURIComponent(ref)}`;
  const shipment = await api.readIfThere({ operation: "shipments.get", path, headers: shipmentHeaders }, shipmentSchema);
  if (shipment === undefined) return null;
  const isCancelled = shipment.status === "cancelled";
  const hasDeadline = isOpen && !isCancelled && shipment.logistic?.type !== "fulfillment";
  const ask = (part: string) => ({ operation: `shipments.${part}`, path: `${path}/${part}`, headers: shipmentHeaders });
  const [costs, sla, history] = await Promise.all([
    isCancelled ? undefined : api.readIfThere(ask("costs"), shipmentCostsSchema),
    hasDeadline ? api.readIfThere(ask("sla"), shipmentSlaSchema) : undefined,
    isOpen && sentStatuses.has(shipment.status) ? api.readIfThere(ask("history"), shipmentHistorySchema) : undefined,
  ]);
  return { shipment, costs, sla, history };
}

/**
 * The vendor cuts times to the hour, so windows are whole hours and the end reaches one hour further: whether the last
 * hour counts is not documented.
 */
export function orderWindows({ fromMs, toMs }: TimeWindow, nowMs: number): TimeWindow[] {
  const start = Math.floor(Math.max(fromMs, nowMs - retentionMs) / hourMs) * hourMs;
  const end = Math.ceil(toMs / hourMs) * hourMs + hourMs;
  const windows: TimeWindow[] = [];
  for (let to = end; to > start; to -= windowMs) windows.push({ fromMs: Math.max(start, to - windowMs - hourMs), toMs: to });
  return toMs < start ? [] : windows;
}
