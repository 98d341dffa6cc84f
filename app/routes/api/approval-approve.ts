import { approvalTools } from "#app/ai/chat/approval-tools.server.ts";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/approval-approve.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => decideApproval(ctx, { id: args.params.id, decision: "approve" }, approvalTools));
}
