import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/zone-commands.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => commandZone(ctx, { zoneId: args.params.id, envelope: await readJson(args.request) }));
}
