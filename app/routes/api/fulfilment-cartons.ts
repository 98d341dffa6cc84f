import { suggestCartons } from "#app/domain/warehouse/packing/suggest-cartons.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment-cartons.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => suggestCartons(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
