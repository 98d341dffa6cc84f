import { followSchedule } from "#app/domain/artifacts/follow-schedule.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/report-schedule-follow.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await followSchedule(ctx, { ...(await readJson(args.request)), id: args.params.id });
    return { ok: true as const };
  });
}
