import { inviteMember } from "#app/domain/accounts/invite-member.server.ts";
import { listInvitations } from "#app/domain/accounts/list-invitations.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/invitations.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listInvitations(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => inviteMember(ctx, { email: "", role: "", ...(await readJson(args.request)) }), { status: 201 });
}
