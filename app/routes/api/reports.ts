import { listReports } from "#app/domain/warehouse/list-reports.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/reports.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listReports(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
