import { readEventArchive } from "#app/domain/warehouse/read-event-archive.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/zone-archive.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readEventArchive(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
