import { createTrigger } from "#app/domain/triggers/create-trigger.server.ts";
import { listTriggers } from "#app/domain/triggers/list-triggers.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/triggers.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listTriggers(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createTrigger(ctx, await readJson(args.request)), { status: 201 });
}
