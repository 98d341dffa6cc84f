import { listFulfilments } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/fulfilments.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listFulfilments(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const nothing = { warehouseId: "", orderIds: [] };
  return handleApi(args, async ({ ctx }) => releaseOrders(ctx, { ...nothing, ...(await readJson(args.request)) }));
}
