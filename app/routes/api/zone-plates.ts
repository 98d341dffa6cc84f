import { readPlate } from "#app/domain/warehouse/read-plate.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/zone-plates.ts";

export function loader(args: Route.LoaderArgs) {
  const plate = new URL(args.request.url).searchParams.get("plate") ?? "";
  return handleApi(args, ({ ctx }) => readPlate(ctx, { zoneId: args.params.id, plate }));
}

export const action = methodNotAllowed;
