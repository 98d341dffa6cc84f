import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/zone-check.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => checkZoneBooks(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
