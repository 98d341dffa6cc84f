import { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/trends.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listTrends(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
