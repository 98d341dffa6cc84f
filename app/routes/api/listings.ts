import { listListings } from "#app/domain/catalog/list-listings.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/listings.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listListings(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
