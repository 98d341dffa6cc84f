import { readReturn } from "#app/domain/warehouse/returns/read-return.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/return.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readReturn(ctx, args.params));
}

export const action = methodNotAllowed;
