import { packOrder } from "#app/domain/warehouse/fulfil/pack-order.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment-pack.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => packOrder(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
