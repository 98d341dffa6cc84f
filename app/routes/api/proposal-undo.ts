import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/proposal-undo.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(
    args,
    async ({ ctx }) => {
      await undoProposal(ctx, { id: args.params.id });
      return { ok: true as const };
    },
    { status: 202 },
  );
}
