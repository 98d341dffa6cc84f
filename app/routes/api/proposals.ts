import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/proposals.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listProposals(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
