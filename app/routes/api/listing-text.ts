import { undoListingText } from "#app/domain/listing-analysis/undo-listing-text.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/listing-text.ts";

export const loader = methodNotAllowed;

/** DELETE takes it back: the marketplace is told the text from before. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => undoListingText(ctx, { id: args.params.id }));
}
