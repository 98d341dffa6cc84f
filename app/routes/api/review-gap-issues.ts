import { noteSupplierIssue } from "#app/domain/reviews/note-supplier-issue.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/review-gap-issues.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(
    args,
    async ({ ctx }) => noteSupplierIssue(ctx, { note: "", ...(await readJson(args.request)), gapId: args.params.id }),
    {
      status: 201,
    },
  );
}
