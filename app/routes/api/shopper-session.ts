import { readShopperSession } from "#app/domain/interactions/read-session.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/shopper-session.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readShopperSession(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
