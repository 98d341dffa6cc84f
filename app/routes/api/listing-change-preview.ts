import { previewListingChange } from "#app/domain/catalog/preview-listing-change.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import { asChange } from "./as-change.ts";
import type { Route } from "./+types/listing-change-preview.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => previewListingChange(ctx, asChange(await readJson(args.request))));
}
