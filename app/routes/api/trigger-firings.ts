import { listFirings } from "#app/domain/triggers/list-firings.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/trigger-firings.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listFirings(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
