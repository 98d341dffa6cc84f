import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/api-key.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => revokeApiKey(ctx, { id: args.params.id }));
}
