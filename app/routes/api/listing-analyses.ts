import { analyseListing } from "#app/domain/listing-analysis/analyse-listing.server.ts";
import { listAnalyses } from "#app/domain/listing-analysis/list-analyses.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/listing-analyses.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAnalyses(ctx, { ...queryOf(args.request), listingId: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => analyseListing(ctx, { listingId: args.params.id }), { status: 201 });
}
