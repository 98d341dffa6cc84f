import { readAnalysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/listing-analysis.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAnalysis(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
