import { cancelDelegation } from "#app/domain/delegations/cancel-task.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/delegation-cancel.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => cancelDelegation(ctx, { id: args.params.id }));
}
