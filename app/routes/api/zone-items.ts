import { introduceItem } from "#app/domain/warehouse/introduce-item.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/zone-items.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => introduceItem(ctx, { code: "", ...(await readJson(args.request)), zoneId: args.params.id }));
}
