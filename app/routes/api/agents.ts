import { listAgents } from "#app/domain/agents/list-agents.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/agents.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listAgents(ctx), nextCursor: null }));
}

export const action = methodNotAllowed;
