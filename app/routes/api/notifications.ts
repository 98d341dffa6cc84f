import { listNotifications } from "#app/domain/notifications/list-notifications.server.ts";
import { markNotifications } from "#app/domain/notifications/mark-read.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/notifications.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listNotifications(ctx, queryOf(args.request)));
}

/** PATCH marks some or all as read. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => markNotifications(ctx, await readJson(args.request)));
}
