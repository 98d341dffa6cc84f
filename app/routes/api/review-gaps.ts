import { listReviewGaps } from "#app/domain/reviews/list-review-gaps.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/review-gaps.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listReviewGaps(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
