import { changeCarton } from "#app/domain/warehouse/packing/change-carton.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/carton.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => changeCarton(ctx, { version: "", ...(await readJson(args.request)), id: args.params.id }));
}
