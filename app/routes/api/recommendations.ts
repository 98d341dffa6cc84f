import { listRecommendations } from "#app/domain/selling/list-recommendations.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/recommendations.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listRecommendations(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
