import { arrangePins } from "#app/domain/artifacts/change-pin.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/dashboard-order.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await arrangePins(ctx, { ...(await readJson(args.request)), id: args.params.id });
    return { ok: true as const };
  });
}
