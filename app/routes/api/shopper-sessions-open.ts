import { listOpenVisits } from "#app/domain/interactions/list-sessions.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/shopper-sessions-open.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listOpenVisits(ctx), nextCursor: null }));
}

export const action = methodNotAllowed;
