import { updateVariant } from "#app/domain/catalog/save-variant.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/variant.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => updateVariant(ctx, { version: "", ...(await readJson(args.request)), id: args.params.id }));
}
