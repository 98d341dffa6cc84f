import { changeSchedule } from "#app/domain/artifacts/change-schedule.server.ts";
import { readSchedule } from "#app/domain/artifacts/list-schedules.server.ts";
import { removeSchedule } from "#app/domain/artifacts/remove-schedule.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/report-schedule.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readSchedule(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changeSchedule(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeSchedule(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
