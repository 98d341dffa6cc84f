import { listAudit } from "#app/domain/audit/list-audit.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/audit.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAudit(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
