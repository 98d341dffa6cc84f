import { renewSiteKey } from "#app/domain/sites/renew-site-key.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/site-key.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => renewSiteKey(ctx, { id: args.params.id }));
}
