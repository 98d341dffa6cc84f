import { giveBackOrder } from "#app/domain/warehouse/fulfil/give-back-order.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment-give-back.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => giveBackOrder(ctx, args.params));
}
