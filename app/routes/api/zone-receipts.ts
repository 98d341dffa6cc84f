import { receiveDelivery } from "#app/domain/warehouse/receive-delivery.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/zone-receipts.ts";

export const loader = methodNotAllowed;

type Delivered = Parameters<typeof receiveDelivery>[1];

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) =>
    receiveDelivery(ctx, { ...(await readJson(args.request)), zoneId: args.params.id } as Delivered),
  );
}
