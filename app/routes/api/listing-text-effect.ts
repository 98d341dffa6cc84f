import { readTextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/listing-text-effect.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readTextEffect(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
