import { setCosts } from "#app/domain/catalog/set-costs.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/costs.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => setCosts(ctx, { costs: [], ...(await readJson(args.request)) }));
}
