import { resolveSupplierIssue } from "#app/domain/reviews/resolve-supplier-issue.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/supplier-issue-resolve.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => resolveSupplierIssue(ctx, { id: args.params.id }));
}
