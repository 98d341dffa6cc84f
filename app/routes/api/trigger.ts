import { changeTrigger } from "#app/domain/triggers/change-trigger.server.ts";
import { readTrigger } from "#app/domain/triggers/read-trigger.server.ts";
import { removeTrigger } from "#app/domain/triggers/remove-trigger.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/trigger.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readTrigger(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PUT":
      return handleApi(args, async ({ ctx }) => changeTrigger(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeTrigger(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
