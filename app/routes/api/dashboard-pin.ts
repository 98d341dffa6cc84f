import { changePin, removePin } from "#app/domain/artifacts/change-pin.server.ts";
import { readPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/dashboard-pin.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readPin(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changePin(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removePin(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
