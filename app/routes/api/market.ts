import { readMarket } from "#app/domain/market/read-market.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/market.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readMarket(ctx));
}

export const action = methodNotAllowed;
