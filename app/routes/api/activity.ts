import { listActivity } from "#app/domain/audit/list-activity.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/activity.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listActivity(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
