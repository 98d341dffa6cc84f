import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { readTrend } from "#app/domain/trends/read-trend.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/trend.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readTrend(ctx, { id: args.params.id }));
}

/** PATCH watches, puts aside or takes up again, by the state it is given. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => decideTrend(ctx, { state: "", ...(await readJson(args.request)), id: args.params.id }));
}
