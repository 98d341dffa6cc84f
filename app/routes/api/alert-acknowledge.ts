import { acknowledgeAlert } from "#app/domain/warehouse/acknowledge-alert.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/alert-acknowledge.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => acknowledgeAlert(ctx, { id: args.params.id }));
}
