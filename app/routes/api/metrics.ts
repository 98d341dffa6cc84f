import { listMetrics } from "#app/domain/metrics/list-metrics.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/metrics.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listMetrics(ctx));
}

export const action = methodNotAllowed;
