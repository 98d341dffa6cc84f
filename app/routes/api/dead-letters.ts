import { listDeadLetters } from "#app/domain/deliveries/list-dead-letters.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/dead-letters.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listDeadLetters(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
