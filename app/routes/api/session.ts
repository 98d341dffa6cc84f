import { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/session.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => revokeSession(ctx, { id: args.params.id }));
}
