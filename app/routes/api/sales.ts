import { readSalesMetrics } from "#app/domain/selling/read-sales-metrics.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/sales.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readSalesMetrics(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
