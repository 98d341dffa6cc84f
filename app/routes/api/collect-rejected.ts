import { listRejected } from "#app/domain/collect/list-rejected.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/collect-rejected.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listRejected(ctx, { siteId: "", ...queryOf(args.request) }));
}

export const action = methodNotAllowed;
