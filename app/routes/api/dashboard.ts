import { changeDashboard } from "#app/domain/artifacts/change-dashboard.server.ts";
import { readDashboard } from "#app/domain/artifacts/read-dashboard.server.ts";
import { removeDashboard } from "#app/domain/artifacts/remove-dashboard.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/dashboard.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readDashboard(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changeDashboard(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeDashboard(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
