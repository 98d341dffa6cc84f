import { readAnalysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/listing-analysis.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAnalysis(ctx, { listingId: args.params.id, id: args.params.analysisId }));
}

export const action = methodNotAllowed;
