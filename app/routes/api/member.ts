import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import { removeMember } from "#app/domain/accounts/remove-member.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/member.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changeRole(ctx, { role: "", ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, ({ ctx }) => removeMember(ctx, { id }));
    default:
      return methodNotAllowed(args);
  }
}
