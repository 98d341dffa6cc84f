import { listReviews } from "#app/domain/service/list-reviews.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/reviews.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listReviews(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
