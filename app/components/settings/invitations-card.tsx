import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, useFetcher } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { WaitingInvitation } from "#app/domain/accounts/list-invitations.server.ts";
import { isRole } from "#app/domain/accounts/permissions.ts";
import type { Page } from "#app/domain/paging.ts";
import type { TeamAnswer } from "./team-answer.ts";
import { useAnswer } from "./use-answer.ts";

type InvitationsCardProps = { page: Page<WaitingInvitation>; mayWrite: boolean };

export function InvitationsCard({ page, mayWrite }: InvitationsCardProps) {
  const { t } = useTranslation("settings");
  // Held by the list: a row that was taken back is gone when the answer comes.
  const revoking = useFetcher<TeamAnswer>();
  useAnswer(revoking, (answer) => {
    if (answer.ok) toast.ok(t("team.revoked", { email: answer.email }));
    else toast.wrong(answer.error);
  });
  return (
    <Card>
      <CardHeader title={t("team.invitations")} description={t("team.invitationsHint")} />
      {page.data.length === 0 ? (
        <CardBody className="text-muted">{t("team.invitationsEmpty")}</CardBody>
      ) : (
        <ul>
          {page.data.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} mayWrite={mayWrite} revoking={revoking} />
          ))}
        </ul>
      )}
      <ListFooter nextCursor={page.nextCursor} name="invitations" />
    </Card>
  );
}

type InvitationRowProps = { invitation: WaitingInvitation; mayWrite: boolean; revoking: FetcherWithComponents<TeamAnswer> };

function InvitationRow({ invitation, mayWrite, revoking }: InvitationRowProps) {
  const { t } = useTranslation("settings");
  const { id, email, role } = invitation;
  const fetcher = useFetcher<TeamAnswer>();
  const isBusy = fetcher.state !== "idle";
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else toast.ok(t("team.resent", { email }));
  });
  const revoke = () => void revoking.submit({ intent: "revoke", id, email }, { method: "post", action: "/settings/team" });
  if (revoking.formData?.get("id") === id) return null;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3 last:border-b-0">
      <div className="min-w-0 grow basis-56">
        <p className="truncate font-semibold">{email}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-faint">
          <Badge>{isRole(role) ? t(`roles.${role}.name`) : role}</Badge>
          <span>
            {t("team.invited")} <RelativeTime ms={invitation.createdAt} />
          </span>
          {invitation.isExpired ? (
            <StateBadge tone="watch">{t("team.expired")}</StateBadge>
          ) : (
            <span>
              {t("team.expires")} <RelativeTime ms={invitation.expiresAt} />
            </span>
          )}
        </p>
      </div>
      {mayWrite ? (
        <div className="flex gap-2">
          <fetcher.Form method="post" action="/settings/team">
            <input type="hidden" name="intent" value="resend" />
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="sm" loading={isBusy} aria-label={t("team.resendLabel", { email })}>
              {t("team.resend")}
            </Button>
          </fetcher.Form>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost" aria-label={t("team.revokeLabel", { email })}>
                {t("team.revoke")}
              </Button>
            }
            title={t("team.revokeTitle", { email })}
            description={t("team.revokeText")}
            confirmLabel={t("team.revoke")}
            destructive
            onConfirm={revoke}
          />
        </div>
      ) : null}
    </li>
  );
}
