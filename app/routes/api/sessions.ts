import { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/sessions.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listSessions(ctx), nextCursor: null }));
}

export const action = methodNotAllowed;
