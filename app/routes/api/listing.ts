import { readListing } from "#app/domain/catalog/read-listing.server.ts";
import { updateListing } from "#app/domain/catalog/update-listing.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/listing.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readListing(ctx, { id: args.params.id }));
}

/** Price and stock are answered with the changes that carry them to the marketplace. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => updateListing(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
