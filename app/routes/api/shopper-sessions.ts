import { listShopperSessions } from "#app/domain/interactions/list-sessions.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/shopper-sessions.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listShopperSessions(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
