import { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/patterns.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listPatterns(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
