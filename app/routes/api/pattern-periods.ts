import { readPatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/pattern-periods.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readPatternPeriod(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
