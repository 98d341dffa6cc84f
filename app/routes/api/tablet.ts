import { revokeDevice } from "#app/domain/floor/revoke-device.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/tablet.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => revokeDevice(ctx, { id: args.params.id }));
}
