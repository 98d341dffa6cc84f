import { decideReviewGap } from "#app/domain/reviews/decide-review-gap.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/review-gap.ts";

export const loader = methodNotAllowed;

/** PATCH says how far a complaint is mended. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => decideReviewGap(ctx, { state: "", ...(await readJson(args.request)), id: args.params.id }));
}
