import { readDelegation } from "#app/domain/delegations/read-delegation.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/delegation.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readDelegation(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
