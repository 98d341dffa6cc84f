import { listApprovals } from "#app/domain/warehouse/list-approvals.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/zone-approvals.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listApprovals(ctx, { id: args.params.id }), nextCursor: null }));
}

export const action = methodNotAllowed;
