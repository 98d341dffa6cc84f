import { listSendings } from "#app/domain/artifacts/list-schedules.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/report-schedule-sendings.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listSendings(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
