import { listPolicyFields } from "#app/domain/agents/policies/list-policy-fields.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/policy-fields.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listPolicyFields(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
