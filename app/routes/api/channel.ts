import { disconnectChannel } from "#app/domain/channels/disconnect-channel.server.ts";
import { pauseChannel } from "#app/domain/channels/pause-channel.server.ts";
import { readChannel } from "#app/domain/channels/read-channel.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/channel.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readChannel(ctx, { id: args.params.id }));
}

/** PATCH pauses and resumes; DELETE disconnects, and erases with `?data=erase`. */
export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => pauseChannel(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, ({ ctx }) => disconnectChannel(ctx, { data: "keep", ...queryOf(args.request), id }));
    default:
      return methodNotAllowed(args);
  }
}
