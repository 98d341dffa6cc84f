import { readFulfilment } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readFulfilment(ctx, args.params));
}

export const action = methodNotAllowed;
