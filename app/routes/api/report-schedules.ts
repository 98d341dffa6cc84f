import { createSchedule } from "#app/domain/artifacts/create-schedule.server.ts";
import { listSchedules } from "#app/domain/artifacts/list-schedules.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/report-schedules.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listSchedules(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createSchedule(ctx, await readJson(args.request)), { status: 201 });
}
