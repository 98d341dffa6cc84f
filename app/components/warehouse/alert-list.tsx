import { Check, Hand } from "lucide-react";
import { Link, useFetcher, useSearchParams } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import type { Alert } from "#app/domain/warehouse/list-alerts.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAlertWords } from "./use-alert-words.ts";

export type AlertAnswer = { ok: true; intent: string } | { ok: false; error: string };
type AlertListProps = { alerts: readonly Alert[]; state: "open" | "resolved"; mayWrite: boolean };

/** What is not as it should be, why that is known, and who looks after it. */
export function AlertList({ alerts, state, mayWrite }: AlertListProps) {
  const { t } = useTranslation("monitoring");
  const [query] = useSearchParams();
  // Held by the list: an alert that was ended is gone when the answer comes.
  const acting = useFetcher<AlertAnswer>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else toast.ok(t(answer.intent === "resolve" ? "alerts.resolved" : "alerts.acknowledged"));
  });
  const hrefOf = (alerts: "open" | "resolved") => `?${new URLSearchParams({ ...Object.fromEntries(query), alerts })}`;
  const tabs = [
    { to: hrefOf("open"), label: t("alerts.open"), current: state === "open" },
    { to: hrefOf("resolved"), label: t("alerts.over"), current: state === "resolved" },
  ];
  return (
    <Card>
      <CardHeader title={t("alerts.title")} description={t("alerts.text")} />
      <LinkTabs label={t("alerts.tabs")} tabs={tabs} className="px-5" />
      {alerts.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t(state === "open" ? "alerts.none" : "alerts.noneOver")}</p>
        </CardBody>
      ) : (
        <ul aria-label={t("alerts.title")}>
          {(state === "open" ? gravestFirst(alerts) : alerts).map((alert) => (
            <AlertRow key={alert.id} alert={alert} mayWrite={mayWrite && state === "open"} acting={acting} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What asks for a hand before what asks for an eye, each the newest first. */
function gravestFirst(alerts: readonly Alert[]): Alert[] {
  const isGrave = ({ severity }: Alert) => severity === "wrong";
  return [...alerts.filter(isGrave), ...alerts.filter((alert) => !isGrave(alert))];
}

type AlertRowProps = { alert: Alert; mayWrite: boolean; acting: ReturnType<typeof useFetcher<AlertAnswer>> };

function AlertRow({ alert, mayWrite, acting }: AlertRowProps) {
  const { t } = useTranslation("monitoring");
  const { title, text } = useAlertWords()(alert);
  const { id, zone, severity } = alert;
  const name = `${title}, ${zone.name}`;
  const isSending = acting.formData?.get("id") === id;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="grid min-w-0 grow basis-80 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateBadge tone={severity}>{t(`alerts.severities.${severity}`)}</StateBadge>
          <span className="font-semibold">{title}</span>
          <Link to={`/warehouse/zones/${zone.id}`} className="underline underline-offset-4">
            {zone.name}
          </Link>
        </p>
        <p className="max-w-prose text-muted">{text}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-faint">
          <RelativeTime ms={alert.openedAt} />
          {alert.acknowledgedBy === null ? null : <span>{t("alerts.acknowledgedBy", { name: alert.acknowledgedBy })}</span>}
          {alert.resolvedAt === null ? null : (
            <span>{alert.resolvedBy === null ? t("alerts.endedItself") : t("alerts.endedBy", { name: alert.resolvedBy })}</span>
          )}
        </p>
      </div>
      {mayWrite ? (
        <acting.Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="id" value={id} />
          {alert.acknowledgedAt === null ? (
            <Button
              type="submit"
              name="intent"
              value="acknowledge"
              size="sm"
              disabled={isSending}
              icon={<Hand aria-hidden />}
              aria-label={t("alerts.acknowledgeLabel", { alert: name })}
            >
              {t("alerts.acknowledge")}
            </Button>
          ) : null}
          <Button
            type="submit"
            name="intent"
            value="resolve"
            size="sm"
            variant="ghost"
            disabled={isSending}
            icon={<Check aria-hidden />}
            title={t("alerts.resolveHint")}
            aria-label={t("alerts.resolveLabel", { alert: name })}
          >
            {t("alerts.resolve")}
          </Button>
        </acting.Form>
      ) : null}
    </li>
  );
}
