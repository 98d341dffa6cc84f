import { readReturnable } from "#app/domain/warehouse/returns/read-returnable.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/returnable.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readReturnable(ctx, { orderId: args.params.id }));
}

export const action = methodNotAllowed;
