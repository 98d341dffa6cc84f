import { listDelegations } from "#app/domain/delegations/list-delegations.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/delegations.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listDelegations(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
