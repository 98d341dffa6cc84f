import { tellShipmentAgain } from "#app/domain/warehouse/fulfil/tell-shipment-again.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment-tell-again.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => tellShipmentAgain(ctx, { ...(await readJson(args.request)), id: args.params.id }));
}
