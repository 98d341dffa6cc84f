import { readOrder } from "#app/domain/orders/read-order.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/order.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readOrder(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
