import { restoreDashboard } from "#app/domain/artifacts/remove-dashboard.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/dashboard-restore.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await restoreDashboard(ctx, { id: args.params.id });
    return { ok: true as const };
  });
}
