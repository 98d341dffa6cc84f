import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/pattern-restore.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => decidePattern(ctx, { id: args.params.id, state: "open" }));
}
