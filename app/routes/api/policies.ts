import { createPolicy } from "#app/domain/agents/policies/create-policy.server.ts";
import { listPolicies } from "#app/domain/agents/policies/list-policies.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/policies.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listPolicies(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createPolicy(ctx, await readJson(args.request)), { status: 201 });
}
