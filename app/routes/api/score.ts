import { readScore } from "#app/domain/selling/read-score.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/score.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readScore(ctx));
}

export const action = methodNotAllowed;
