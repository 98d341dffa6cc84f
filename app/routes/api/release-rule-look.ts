import { lookAtRule } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/release-rule-look.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => lookAtRule(ctx, { warehouseId: args.params.id }));
}

export const action = methodNotAllowed;
