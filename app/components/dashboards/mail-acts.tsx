import { Pause, Play, Send } from "lucide-react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ReportSchedule } from "#app/domain/artifacts/schedule-row.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Posted = { ok: true; intent: string } | FormProblem;

export function MailActs({ schedule, isIn, mayWrite }: { schedule: ReportSchedule; isIn: boolean; mayWrite: boolean }) {
  const { t } = useTranslation("dashboards");
  const acting = useFetcher<Posted>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else toast.ok(t(answer.intent === "send" ? "mail.sentNow" : "mail.saved"));
  });
  const post = (fields: Record<string, string>) => void acting.submit(fields, { method: "post" });
  const { subject, state } = schedule;
  const isOn = state === "on";
  return (
    <>
      <LinkButton to={`/${subject.kind === "artifact" ? "artifacts" : "dashboards"}/${subject.id}`}>{t("board.open")}</LinkButton>
      <Button onClick={() => post({ intent: "follow", isIn: String(!isIn) })}>{t(isIn ? "mail.leave" : "mail.rejoin")}</Button>
      {mayWrite ? (
        <>
          <Button icon={<Send aria-hidden />} onClick={() => post({ intent: "send" })}>
            {t("mail.sendNow")}
          </Button>
          <Button icon={isOn ? <Pause aria-hidden /> : <Play aria-hidden />} onClick={() => post({ intent: isOn ? "pause" : "resume" })}>
            {t(isOn ? "mail.pause" : "mail.resume")}
          </Button>
          <ConfirmDialog
            trigger={<Button>{t("mail.remove")}</Button>}
            title={t("mail.remove")}
            description={t("mail.removeText", { title: subject.title })}
            confirmLabel={t("mail.remove")}
            destructive
            form={{ fields: { intent: "remove" } }}
          />
        </>
      ) : null}
    </>
  );
}
