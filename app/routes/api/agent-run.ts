import { readRun } from "#app/domain/agents/read-run.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/agent-run.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readRun(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
