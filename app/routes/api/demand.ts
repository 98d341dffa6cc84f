import { listDemand } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/demand.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listDemand(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
