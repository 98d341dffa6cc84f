import { takeInReturn } from "#app/domain/warehouse/returns/take-in-return.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/return-take-in.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const nothing = { zoneId: "", binId: "", arrivals: [] };
  return handleApi(args, async ({ ctx }) => takeInReturn(ctx, { ...nothing, ...(await readJson(args.request)), id: args.params.id }));
}
