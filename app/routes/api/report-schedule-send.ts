import { sendScheduleNow } from "#app/domain/artifacts/send-schedule-now.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/report-schedule-send.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await sendScheduleNow(ctx, { id: args.params.id });
    return { ok: true as const };
  });
}
