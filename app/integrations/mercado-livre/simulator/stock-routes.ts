import { z } from "zod";
import { setQuantity } from "./item-writes.ts";
import { remember, type SimItem, type World } from "./model.ts";
import { tellStock } from "./notices.ts";
import { refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const bodySchema = z.object({
  locations: z.array(z.object({ store_id: z.string(), network_node_id: z.string(), quantity: z.int().min(0) })).min(1),
});

export const stockRoutes: Route[] = [
  route("GET /user-products/:id/stock", (context) => withOwnProduct(context, (item) => stockReply(context.world, context, item))),
  route("PUT /user-products/:id/stock/type/seller_warehouse", (context) => withOwnProduct(context, (item) => putStock(context, item))),
  route("GET /users/:user/stores/search", ({ world, caller }) => {
    const hasDepots = world.sellers.get(caller.id)?.tags.includes("warehouse_management") === true;
    const results = hasDepots
      ? ["71001", "71002"].map((id) => ({ id, network_node_id: `BRP${id}`, status: "active", services: { stock_location: [] } }))
      : [];
    return reply({ paging: { total: results.length, offset: 0, limit: 50 }, results });
  }),
];

function withOwnProduct(context: RouteContext, work: (item: SimItem) => Response): Response {
  const { world, params, caller } = context;
  const wanted = params["id"] ?? "";
  const ids = world.itemIdsOf.get(caller.id) ?? [];
  const item = ids
    .map((id) => world.items.get(id))
    .find((one) => one?.userProductId === wanted || one?.variations.some((variation) => variation.userProductId === wanted));
  return item === undefined ? refuse(404, "not_found", `User product ${wanted} not found`) : work(item);
}

function stockReply(world: World, { params, caller }: RouteContext, item: SimItem): Response {
  const id = params["id"] ?? "";
  const depots = world.depots.get(id);
  const quantity = item.variations.find((variation) => variation.userProductId === id)?.quantity ?? item.quantity;
  const locations =
    item.logisticType === "fulfillment"
      ? [{ type: "meli_facility", quantity }]
      : depots === undefined
        ? [{ type: "selling_address", quantity }]
        : depots.locations.map((one) => ({
            type: "seller_warehouse",
            quantity: one.quantity,
            store_id: one.storeId,
            network_node_id: one.nodeId,
          }));
  return reply({ id, user_id: caller.id, locations }, 200, { "x-version": String(depots?.version ?? 1) });
}

function putStock(context: RouteContext, item: SimItem): Response {
  const { world, request, params, body, nowMs, tools } = context;
  const depots = world.depots.get(params["id"] ?? "");
  if (depots === undefined || item.logisticType === "fulfillment")
    return refuse(400, "bad_request", "The seller has no warehouse_management for this product");
  const version = request.headers.get("x-version");
  if (version === null || version === "") return refuse(400, "bad_request", "Missing header x-version");
  if (world.switches.lockNextWrites > 0) {
    world.switches.lockNextWrites -= 1;
    depots.version += 1;
  }
  if (version !== String(depots.version)) return refuse(409, "conflict", "Version mismatch: the stock was modified, get it again");
  const write = bodySchema.safeParse(body);
  if (!write.success) return refuse(400, "bad_request", "Invalid locations");
  for (const location of write.data.locations) {
    const depot = depots.locations.find((one) => one.storeId === location.store_id && one.nodeId === location.network_node_id);
    if (depot === undefined) return refuse(400, "bad_request", `Store ${location.store_id} does not belong to the seller`);
    depot.quantity = location.quantity;
  }
  depots.version += 1;
  setQuantity(
    item,
    depots.locations.reduce((sum, depot) => sum + depot.quantity, 0),
  );
  item.updatedMs = nowMs;
  remember(world, nowMs, "stock per depot", item.id);
  tellStock(world, tools, item);
  return reply({ id: params["id"], locations: write.data.locations }, 200, { "x-version": String(depots.version) });
}
