import { inspectReturn } from "#app/domain/warehouse/returns/inspect-return.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/return-inspect.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => inspectReturn(ctx, { decisions: [], ...(await readJson(args.request)), id: args.params.id }));
}
