import { decideRecommendation } from "#app/domain/selling/decide-recommendation.server.ts";
import { readRecommendation } from "#app/domain/selling/read-recommendation.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/recommendation.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readRecommendation(ctx, { id: args.params.id }));
}

/** PATCH applies, dismisses or reopens, by the state it is given. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) =>
    decideRecommendation(ctx, { state: "", ...(await readJson(args.request)), id: args.params.id }),
  );
}
