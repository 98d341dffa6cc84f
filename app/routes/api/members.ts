import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/members.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listMembers(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
