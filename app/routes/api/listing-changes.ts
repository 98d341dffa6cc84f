import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { asChange } from "./as-change.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/listing-changes.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => requestListingChange(ctx, asChange(await readJson(args.request))), { status: 202 });
}
