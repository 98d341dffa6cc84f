import { listWaves } from "#app/domain/warehouse/waves/list-waves.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/waves.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listWaves(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
