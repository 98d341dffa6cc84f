import { saveReleaseRule } from "#app/domain/warehouse/waves/save-release-rule.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/release-rule.ts";

export const loader = methodNotAllowed;

/** The address names the warehouse: it has one rule. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  const off = { version: "", isActive: false };
  return handleApi(args, async ({ ctx }) =>
    saveReleaseRule(ctx, { ...off, ...(await readJson(args.request)), warehouseId: args.params.id }),
  );
}
