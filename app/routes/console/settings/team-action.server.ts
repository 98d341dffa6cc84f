import { data, type RouterContextProvider } from "react-router";
import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import { inviteMember } from "#app/domain/accounts/invite-member.server.ts";
import { removeMember } from "#app/domain/accounts/remove-member.server.ts";
import { resendInvitation } from "#app/domain/accounts/resend-invitation.server.ts";
import { revokeInvitation } from "#app/domain/accounts/revoke-invitation.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

type Fields = { id: string; role: string; email: string };

const verbs: Record<string, (ctx: ServiceContext, fields: Fields) => Promise<unknown>> = {
  "change-role": changeRole,
  remove: removeMember,
  invite: inviteMember,
  resend: resendInvitation,
  revoke: revokeInvitation,
};

/** All forms of the team's page, told apart by `intent`, which the answer repeats. */
export async function answerTeamForm(args: { request: Request; context: Readonly<RouterContextProvider> }) {
  const { ctx } = requireMemberWho(args, "team:write");
  const { intent, ...fields } = await formFields(args.request, "intent", "id", "role", "email", "name");
  const answer = await tryVerb(args.context, async () => {
    const verb = Object.hasOwn(verbs, intent) ? verbs[intent] : undefined;
    if (verb === undefined) throw new AppError("invalid", "checkFields");
    await verb(ctx, fields);
    return { ok: true as const };
  });
  if (!("data" in answer)) return { ...answer, intent, ...fields };
  return data({ ...answer.data, intent, ...fields }, answer.init ?? {});
}
