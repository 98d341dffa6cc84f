import { readFloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/floor-metrics.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readFloorMetrics(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
