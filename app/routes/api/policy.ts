import { changePolicy } from "#app/domain/agents/policies/change-policy.server.ts";
import { removePolicy } from "#app/domain/agents/policies/remove-policy.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/policy.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PUT":
      return handleApi(args, async ({ ctx }) => changePolicy(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removePolicy(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
