import { createDashboard } from "#app/domain/artifacts/create-dashboard.server.ts";
import { listDashboards } from "#app/domain/artifacts/list-dashboards.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/dashboards.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listDashboards(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createDashboard(ctx, await readJson(args.request)), { status: 201 });
}
