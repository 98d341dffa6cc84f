import { parseMoment } from "../wire-values.ts";
import type { SimOrder, World } from "./model.ts";
import { orderBody } from "./order-wire.ts";
import { amount, noContent, packIso, paging, refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const hourMs = 3_600_000;
/** Older orders are no longer told. */
const keptMs = 365 * 24 * hourMs;

export const orderRoutes: Route[] = [
  route("GET /orders/search", searchOrders),
  route("GET /orders/:id", (context) => withOwnOrder(context, (order) => oneOrder(context, order))),
  route("GET /orders/:id/discounts", (context) =>
    withOwnOrder(context, (order) => {
      const cents = (order.fullUnitCents - order.unitCents) * order.quantity;
      const details =
        cents === 0
          ? []
          : [
              {
                type: "discount",
                supplier: { meli_campaign: null },
                items: [{ id: order.itemId, quantity: order.quantity, amounts: { total: amount(cents), seller: amount(cents) } }],
              },
            ];
      return reply({ details });
    }),
  ),
  route("GET /orders/:id/shipments", (context) => withOwnOrder(context, (order) => shipmentsOfOrder(context, order))),
  route("GET /packs/:id", pack),
];

function withOwnOrder(context: RouteContext, work: (order: SimOrder) => Response): Response {
  const { world, params, caller } = context;
  const id = params["id"] ?? "";
  if (!/^\d+$/.test(id)) return refuse(400, "invalid_order_id", "The order id is not valid");
  const order = world.orders.get(Number(id));
  if (order === undefined) return refuse(404, "order_not_found", "Order do not exists");
  if (order.sellerId !== caller.id) return refuse(403, "not_owned_order", "The caller is not the seller or the buyer of the order");
  return work(order);
}

function isPartial(world: World): boolean {
  const { partialEvery } = world.switches;
  return partialEvery > 0 && world.counters.calls % partialEvery === 0;
}

function oneOrder({ world }: RouteContext, order: SimOrder): Response {
  if (!isPartial(world)) return reply(orderBody(world, order));
  const { [world.switches.partialMissing]: _missing, ...rest } = orderBody(world, order);
  return reply(rest, 206, { "x-content-missing": world.switches.partialMissing });
}

const dateFields = {
  "order.date_created": (order: SimOrder) => order.createdMs,
  "order.date_last_updated": (order: SimOrder) => order.updatedMs,
  "order.date_closed": (order: SimOrder) => order.closedMs,
} as const;
const dateNames = ["order.date_created", "order.date_last_updated", "order.date_closed"] as const;

type DateFilter = { of: (order: SimOrder) => number | null; fromMs: number; toMs: number };

/** Minutes and seconds of a date are dropped without a word. An unreadable date is an error. */
function dateFilters(url: URL): DateFilter[] | undefined {
  const filters: DateFilter[] = [];
  for (const name of dateNames) {
    const ends = ["from", "to"].map((end) => url.searchParams.get(`${name}.${end}`));
    if (ends.every((end) => end === null)) continue;
    const [fromMs, toMs] = ends.map((end) => (end === null ? undefined : parseMoment(end)));
    if ((ends[0] != null && fromMs === undefined) || (ends[1] != null && toMs === undefined)) return undefined;
    filters.push({ of: dateFields[name], fromMs: floorHour(fromMs ?? 0), toMs: floorHour(toMs ?? 8e15) });
  }
  return filters;
}

function floorHour(ms: number): number {
  return Math.floor(ms / hourMs) * hourMs;
}

function searchOrders({ world, url, caller, nowMs }: RouteContext): Response {
  const query = url.searchParams;
  if (query.get("seller") !== String(caller.id)) return refuse(403, "caller.id.invalid", "The caller.id does not match the seller");
  const dates = dateFilters(url);
  if (dates === undefined) return refuse(400, "bad_request", "Invalid date format");
  const statuses = query.get("order.status")?.split(",");
  const [tags, item] = [query.get("tags")?.split(","), query.get("item")];
  const text = query.get("q");
  const found = (world.orderIdsOf.get(caller.id) ?? [])
    .flatMap((id) => world.orders.get(id) ?? [])
    // Sellers never find their cancelled orders, whatever they filter by.
    .filter((order) => order.status !== "cancelled" && order.createdMs > nowMs - keptMs)
    .filter((order) => dates.every(({ of, fromMs, toMs }) => isBetween(of(order), fromMs, toMs)))
    .filter((order) => statuses === undefined || statuses.includes(order.status))
    .filter((order) => tags === undefined || tags.every((tag) => order.tags.includes(tag)))
    .filter((order) => item === null || order.itemId === item)
    .filter((order) => text === null || text === String(order.id) || order.title.toLowerCase().includes(text.toLowerCase()))
    .sort((a, b) => (a.closedMs ?? a.createdMs) - (b.closedMs ?? b.createdMs) || a.id - b.id);
  if (query.get("sort") === "date_desc") found.reverse();
  const page = paging(url, found.length, { usual: 50, max: world.switches.maxOrderLimit });
  return reply({
    query: text ?? "",
    results: found.slice(page.offset, page.offset + page.limit).map((order) => orderBody(world, order)),
    sort: { id: "date_asc", name: "Date ascending" },
    available_sorts: [{ id: "date_desc", name: "Date descending" }],
    filters: [],
    paging: page,
    display: "complete",
  });
}

function isBetween(ms: number | null, fromMs: number, toMs: number): boolean {
  return ms !== null && ms >= fromMs && ms <= toMs;
}

/** A list whose order means nothing: what goes to the buyer stands anywhere among what came back. */
function shipmentsOfOrder({ world, request, nowMs }: RouteContext, order: SimOrder): Response {
  if (request.headers.get("x-new-domain") !== "true") return refuse(400, "bad_request", "Missing header x-new-domain");
  const shipment = order.shipmentId === null ? undefined : world.shipments.get(order.shipmentId);
  if (shipment === undefined || shipment.visibleFromMs > nowMs) return noContent();
  const forward = { id: shipment.id, type: "forward" };
  return reply(
    shipment.status === "not_delivered"
      ? [{ id: shipment.id + 500_000_000, type: "return_to_buyer" }, { id: shipment.id + 600_000_000, type: "return" }, forward]
      : [forward],
  );
}

function pack({ world, params, caller }: RouteContext): Response {
  const orders = (world.packs.get(Number(params["id"])) ?? []).flatMap((id) => world.orders.get(id) ?? []);
  const [first] = orders;
  if (first === undefined) return refuse(404, "not_found", "Pack not found");
  if (first.sellerId !== caller.id) return refuse(403, "forbidden", "The user has not access to the order");
  const isCancelled = orders.every((order) => order.status === "cancelled");
  return reply({
    id: first.packId,
    status: isCancelled ? "cancelled" : "released",
    status_detail: null,
    orders: orders.map(({ id }) => ({ id })),
    shipment: { id: first.shipmentId },
    buyer: { id: first.buyerId },
    date_created: packIso(first.createdMs),
    last_updated: packIso(Math.max(...orders.map((order) => order.updatedMs))),
  });
}
