import { readStockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { setStockSource } from "#app/domain/channels/set-stock-source.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/channel-stock.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readStockDrift(ctx, { ...queryOf(args.request), id: args.params.id }));
}

/** PATCH says whether the channel follows the warehouses. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => setStockSource(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
