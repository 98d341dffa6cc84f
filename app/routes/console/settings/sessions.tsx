import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useFetcher } from "react-router";
import { SessionRow } from "#app/components/settings/session-row.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMember } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/sessions.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMember(args);
  const sessions = await orErrorPage(listSessions(ctx));
  return {
    title: await pageTitle(args.context, "settings", "sessions.title"),
    sessions: sessions.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMember(args);
  const { id } = await formFields(args.request, "id");
  return tryVerb(args.context, async () => ({ ok: true as const, id, ...(await revokeSession(ctx, { id })) }));
}

export default function Sessions({ loaderData: { sessions } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const posted = useActionData<typeof action>();
  const others = sessions.filter((session) => !session.isCurrent).length;
  // Held by the page: the row or button that asked is gone when the answer comes.
  const ending = useFetcher<typeof action>();
  const end = (id: string) => void ending.submit({ id }, { method: "post" });
  useAnswer(ending, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else toast.ok(t(answer.id === "others" ? "sessions.endedOthers" : "sessions.ended"));
  });
  return (
    <>
      <PageHeader
        title={t("sessions.title")}
        state={t("sessions.state", { count: sessions.length })}
        actions={others > 0 ? <EndOthers count={others} isBusy={ending.state !== "idle"} end={() => end("others")} /> : null}
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <Card>
        <CardHeader title={t("sessions.list")} description={others > 0 ? t("sessions.unsure") : t("sessions.onlyThis")} />
        <ul>
          {sessions.map((session) => (
            <SessionRow
              key={session.handle}
              session={session}
              isEnding={ending.formData?.get("id") === session.handle}
              end={() => end(session.handle)}
            />
          ))}
        </ul>
      </Card>
    </>
  );
}

function EndOthers({ count, isBusy, end }: { count: number; isBusy: boolean; end: () => void }) {
  const { t } = useTranslation("settings");
  return (
    <ConfirmDialog
      trigger={<Button loading={isBusy}>{t("sessions.endOthers")}</Button>}
      title={t("sessions.endOthersTitle")}
      description={t("sessions.endOthersText", { count })}
      confirmLabel={t("sessions.endOthers")}
      destructive
      onConfirm={end}
    />
  );
}
