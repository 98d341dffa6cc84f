import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/interactions.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listInteractions(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
