import { listReleaseRules } from "#app/domain/warehouse/waves/list-release-rules.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/release-rules.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listReleaseRules(ctx));
}

export const action = methodNotAllowed;
