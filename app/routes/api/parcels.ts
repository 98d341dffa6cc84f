import { listParcels } from "#app/domain/warehouse/fulfil/list-parcels.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/parcels.ts";

export function loader(args: Route.LoaderArgs) {
  const warehouseId = new URL(args.request.url).searchParams.get("warehouseId") ?? undefined;
  return handleApi(args, async ({ ctx }) => ({ data: await listParcels(ctx, { warehouseId }), nextCursor: null }));
}

export const action = methodNotAllowed;
