import { listAskedApprovals } from "#app/domain/approvals/list-asked-approvals.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/approvals.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAskedApprovals(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
