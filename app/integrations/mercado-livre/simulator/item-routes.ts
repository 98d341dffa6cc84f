import { itemBody } from "./item-wire.ts";
import type { SimItem, World } from "./model.ts";
import { amount, paging, refuse, reply, utcIso } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";
import { continueScan, startScan } from "./scrolls.ts";

const offsetWindow = 1_000;
const maxBulk = 20;

export const itemRoutes: Route[] = [
  route("GET /users/:user/items/search", searchItems),
  route("GET /users/:user/items/search/restrictions", () => reply({ aggregations_allowed: true, query_allowed: true, sort_allowed: true })),
  route("GET /items/bulk", (context) => bulk(context, "status_code")),
  route("GET /items", (context) =>
    context.world.switches.oldBulk === "answers"
      ? bulk(context, "code")
      : refuse(410, "gone", "This resource was discontinued. Use /items/bulk"),
  ),
  route("GET /items/:id", (context) => withItem(context, (item) => reply(bodyFor(context, item)))),
  route("GET /items/:id/description", (context) =>
    withItem(context, (item) =>
      item.description === ""
        ? refuse(404, "not_found", "Item description not found")
        : reply({ text: "", plain_text: item.description, last_updated: utcIso(item.updatedMs), date_created: utcIso(item.createdMs) }),
    ),
  ),
  route("GET /items/:id/sale_price", (context) =>
    withItem(context, (item) =>
      reply({
        price_id: `p-${item.id}`,
        amount: amount(item.priceCents),
        regular_amount: item.originalCents === null ? null : amount(item.originalCents),
        currency_id: "BRL",
        reference_date: utcIso(context.nowMs),
      }),
    ),
  ),
  // Since 2025 competitors cannot be searched any more.
  route("GET /sites/MLB/search", () => refuse(403, "forbidden", "Forbidden")),
];

export function withItem(context: RouteContext, work: (item: SimItem) => Response): Response {
  const item = context.world.items.get(context.params["id"] ?? "");
  if (item === undefined) return refuse(404, "not_found", `Item with id ${context.params["id"]} not found`);
  return work(item);
}

/** For what only the owner may see; the vendor answers 401, which is not about the token. */
export function withOwnItem(context: RouteContext, message: string, work: (item: SimItem) => Response): Response {
  return withItem(context, (item) =>
    item.sellerId === context.caller.id ? work(item) : reply({ message, error: "unauthorized", status: 401, cause: [] }, 401),
  );
}

function bodyFor({ caller, url }: RouteContext, item: SimItem): Record<string, unknown> {
  return itemBody(item, {
    isOwner: item.sellerId === caller.id,
    withAllAttributes: url.searchParams.get("include_attributes") === "all",
  });
}

function searchItems(context: RouteContext): Response {
  const { world, url, caller } = context;
  if (context.params["user"] !== String(caller.id)) return refuse(403, "forbidden", "The caller is not authorized to access this user");
  if (url.searchParams.get("search_type") === "scan") return scanItems(context);
  const ids = matchingIds(world, url, caller.id);
  const page = paging(url, ids.length, { usual: 50, max: 100 });
  if (page.offset > offsetWindow)
    return refuse(400, "bad_request", `Invalid limit and offset values: offset can not be higher than ${offsetWindow}`);
  return reply({
    seller_id: String(caller.id),
    query: null,
    paging: page,
    results: ids.slice(page.offset, page.offset + page.limit),
    orders: [{ id: "stop_time_asc", name: "Order by stop time ascending" }],
    // One of the ids is an object, which has broken readers before.
    available_orders: [
      { id: "stop_time_desc", name: "Order by stop time descending" },
      { id: { id: "inventory_id_asc", field: "inventory_id", missing: "_last", order: "asc" }, name: "Order by inventory id ascending" },
    ],
  });
}

function scanItems({ world, url, caller, nowMs }: RouteContext): Response {
  const { limit } = paging(url, 0, { usual: 50, max: 100 });
  const scrollId = url.searchParams.get("scroll_id");
  const id = scrollId ?? startScan(world, caller.id, matchingIds(world, url, caller.id), nowMs);
  const page = continueScan(world, id, { limit, nowMs, sellerId: caller.id });
  if (page === undefined) return refuse(400, "bad_request", "Invalid scroll_id: it does not exist or has expired");
  return reply({
    seller_id: String(caller.id),
    query: null,
    paging: { limit, offset: 0, total: page.total },
    results: page.ids.length === 0 ? null : page.ids,
    scroll_id: id,
    orders: [],
    available_orders: [],
  });
}

function matchingIds(world: World, url: URL, sellerId: number): readonly string[] {
  const ids = world.itemIdsOf.get(sellerId) ?? [];
  const {
    status,
    sub_status: subStatus,
    seller_sku: sku,
    listing_type_id: type,
    catalog_listing: catalog,
  } = Object.fromEntries(url.searchParams);
  if ([status, subStatus, sku, type, catalog].every((filter) => filter === undefined)) return ids;
  return ids.filter((id) => {
    const item = world.items.get(id);
    if (item === undefined) return false;
    return (
      (status === undefined || item.status === status) &&
      (subStatus === undefined || item.subStatus.includes(subStatus)) &&
      (sku === undefined || item.sku === sku || item.variations.some((variation) => variation.sku === sku)) &&
      (type === undefined || item.listingType === type) &&
      (catalog === undefined || String(item.isCatalog) === catalog)
    );
  });
}

function bulk(context: RouteContext, statusName: "status_code" | "code"): Response {
  const { world, url } = context;
  const ids = (url.searchParams.get("ids") ?? "").split(",").filter((id) => id !== "");
  if (ids.length === 0) return refuse(400, "bad_request", "Missing ids parameter");
  if (ids.length > maxBulk) return refuse(400, "bad_request", `The maximum number of ids is ${maxBulk}`);
  const wanted = url.searchParams.get("attributes")?.split(",");
  const prefix = statusName === "status_code" ? "body." : "";
  return reply(
    ids.map((id) => {
      const item = world.items.get(id);
      const named = statusName === "status_code" ? { id } : {};
      if (item === undefined) {
        return {
          ...named,
          [statusName]: 404,
          body: { message: `Item with id ${id} not found`, error: "not_found", status: 404, cause: [] },
        };
      }
      const body = bodyFor(context, item);
      const chosen =
        wanted === undefined ? body : Object.fromEntries(Object.entries(body).filter(([key]) => wanted.includes(`${prefix}${key}`)));
      return { ...named, [statusName]: 200, body: chosen };
    }),
  );
}
