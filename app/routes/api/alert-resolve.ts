import { resolveAlert } from "#app/domain/warehouse/resolve-alert.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/alert-resolve.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => resolveAlert(ctx, { id: args.params.id }));
}
