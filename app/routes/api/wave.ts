import { readWave } from "#app/domain/warehouse/waves/read-wave.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/wave.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readWave(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
