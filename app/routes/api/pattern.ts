import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { readPattern } from "#app/domain/patterns/read-pattern.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/pattern.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readPattern(ctx, { id: args.params.id }));
}

/** PATCH pins, puts aside or takes up again, by the state it is given. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => decidePattern(ctx, { state: "", ...(await readJson(args.request)), id: args.params.id }));
}
