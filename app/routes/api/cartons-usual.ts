import { addUsualCartons } from "#app/domain/warehouse/packing/add-usual-cartons.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/cartons-usual.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => addUsualCartons(ctx));
}
