import { resendInvitation } from "#app/domain/accounts/resend-invitation.server.ts";
import { revokeInvitation } from "#app/domain/accounts/revoke-invitation.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/invitation.ts";

export const loader = methodNotAllowed;

/** POST sends it again, DELETE takes it back. */
export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "POST":
      return handleApi(args, ({ ctx }) => resendInvitation(ctx, { id }));
    case "DELETE":
      return handleApi(args, ({ ctx }) => revokeInvitation(ctx, { id }));
    default:
      return methodNotAllowed(args);
  }
}
