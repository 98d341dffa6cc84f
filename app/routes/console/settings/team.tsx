import { UserPlus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useSearchParams } from "react-router";
import { useConsole, useLive } from "#app/components/console/use-console.ts";
import { InvitationsCard } from "#app/components/settings/invitations-card.tsx";
import { InviteCard } from "#app/components/settings/invite-card.tsx";
import { MembersCard } from "#app/components/settings/members-card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listInvitations } from "#app/domain/accounts/list-invitations.server.ts";
import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/team.ts";
import { answerTeamForm } from "./team-action.server.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "team:read");
  const query = new URL(args.request.url).searchParams;
  const pageOf = (name: string) => ({ limit: pageSize, cursor: query.get(name) ?? undefined });
  const [members, invitations] = await orErrorPage(
    Promise.all([listMembers(ctx, pageOf("cursor")), listInvitations(ctx, pageOf("invitations"))]),
  );
  return { title: await pageTitle(args.context, "settings", "team.title"), members, invitations };
}

export async function action(args: Route.ActionArgs) {
  return answerTeamForm(args);
}

export default function Team({ loaderData: { members, invitations } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const { actions } = useConsole();
  const { people } = useLive();
  const posted = useActionData<typeof action>();
  const [query] = useSearchParams();
  const mayWrite = actions.includes("team:write");
  const isInviting = mayWrite && query.get("invite") === "1";
  const isWhole = members.nextCursor === null && !query.has("cursor");
  const count = t(isWhole ? "team.state" : "team.stateMore", { count: members.data.length });
  const online = people.length > 0 ? ` ${t("team.online", { count: people.length })}` : "";
  const invite = (
    <LinkButton to="?invite=1" variant="primary" preventScrollReset icon={<UserPlus aria-hidden />}>
      {t("team.invite")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("team.title")} state={`${count}${online}`} actions={mayWrite && !isInviting ? invite : null} />
      {posted?.ok === false && posted.intent !== "invite" ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {isInviting ? <InviteCard posted={posted} /> : null}
      <MembersCard page={members} isFirstPage={!query.has("cursor")} />
      <InvitationsCard page={invitations} mayWrite={mayWrite} />
    </>
  );
}
