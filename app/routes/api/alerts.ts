import { listAlerts } from "#app/domain/warehouse/list-alerts.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/alerts.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAlerts(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
