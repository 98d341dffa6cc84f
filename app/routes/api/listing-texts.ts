import { changeListingText } from "#app/domain/listing-analysis/change-listing-text.server.ts";
import { listTextChanges } from "#app/domain/listing-analysis/list-text-changes.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/listing-texts.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listTextChanges(ctx, { ...queryOf(args.request), listingId: args.params.id }));
}

/** POST tells the marketplace one text, and answers what it said: `applied` or `refused`. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(
    args,
    async ({ ctx }) => changeListingText(ctx, { field: "title", text: "", ...(await readJson(args.request)), listingId: args.params.id }),
    { status: 201 },
  );
}
