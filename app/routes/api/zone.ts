import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/zone.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readZone(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
