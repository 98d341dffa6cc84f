import { listOrders } from "#app/domain/orders/list-orders.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/orders.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listOrders(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
