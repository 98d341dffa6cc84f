import { listSupplierIssues } from "#app/domain/reviews/list-supplier-issues.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/supplier-issues.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listSupplierIssues(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
