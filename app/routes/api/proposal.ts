import { editProposal } from "#app/domain/agents/edit-proposal.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/proposal.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => editProposal(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
