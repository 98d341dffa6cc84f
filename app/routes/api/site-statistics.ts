import { readStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/site-statistics.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readStatistics(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
