import { depsContext } from "#app/middleware/contexts.ts";
import { checkHealth } from "#app/worker/health.server.ts";
import { methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/health.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return Response.json(await checkHealth(context.get(depsContext)), { headers: { "cache-control": "no-store" } });
}

export const action = methodNotAllowed;
