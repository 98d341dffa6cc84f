import { listChannels } from "#app/domain/channels/list-channels.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/channels.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listChannels(ctx));
}

export const action = methodNotAllowed;
