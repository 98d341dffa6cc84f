import { cancelListingChange } from "#app/domain/catalog/cancel-listing-change.server.ts";
import { readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import { undoListingChange } from "#app/domain/catalog/undo-listing-change.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/listing-change.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readListingChange(ctx, { ...queryOf(args.request), id: args.params.id }));
}

/** PATCH stops it. DELETE takes it back: a new change that carries the old values. */
export function action(args: Route.ActionArgs) {
  if (args.request.method === "PATCH") {
    return handleApi(args, async ({ ctx }) => cancelListingChange(ctx, { ...(await readJson(args.request)), id: args.params.id }));
  }
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => undoListingChange(ctx, { id: args.params.id }), { status: 202 });
}
