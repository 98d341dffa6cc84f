import { listStock } from "#app/domain/warehouse/list-stock.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/stock.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listStock(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
