import { listRuns } from "#app/domain/agents/list-runs.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/agent-runs.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listRuns(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
