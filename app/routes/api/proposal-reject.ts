import { rejectProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/proposal-reject.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => rejectProposals(ctx, { ids: [args.params.id] }));
}
