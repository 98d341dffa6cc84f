import { requestSync } from "#app/domain/channels/request-sync.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/channel-syncs.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => requestSync(ctx, { ...(await readJson(args.request)), id: args.params.id }), { status: 202 });
}
