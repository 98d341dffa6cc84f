import { listMemory } from "#app/domain/agents/list-memory.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/agent-memory.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listMemory(ctx), nextCursor: null }));
}

export const action = methodNotAllowed;
