import { resolveRejected } from "#app/domain/collect/resolve-rejected.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/collect-rejected-event.ts";

export const loader = methodNotAllowed;

/** POST judges it once more or puts it aside, by the resolution it is given. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => resolveRejected(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
