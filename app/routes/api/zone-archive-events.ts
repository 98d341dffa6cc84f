import { listArchivedEvents } from "#app/domain/warehouse/list-archived-events.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/zone-archive-events.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listArchivedEvents(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
