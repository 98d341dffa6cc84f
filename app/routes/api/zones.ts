import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/zones.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const nothing = { warehouseId: "", code: "", name: "" };
  return handleApi(args, async ({ ctx }) => createZone(ctx, { ...nothing, ...(await readJson(args.request)) }), { status: 201 });
}
