import { listRecentEvents } from "#app/domain/sites/list-recent-events.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/site-recent.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listRecentEvents(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
