import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/pattern-dismiss.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    return decidePattern(ctx, { ...(await readJson(args.request)), id: args.params.id, state: "dismissed" });
  });
}
