import { readApproval } from "#app/domain/approvals/read-approval.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/approval.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readApproval(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
