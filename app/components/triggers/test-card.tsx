import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { DateTime } from "#app/components/ui/time.tsx";
import type { Field } from "#app/domain/conditions.ts";
import type { TestedEvent, TriggerTest } from "#app/domain/triggers/test-trigger.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CheckList } from "./check-list.tsx";

const tones: Record<TestedEvent["verdict"], StateTone> = { fires: "ok", fired: "info", differs: "info", "too-few": "watch" };

/** Which of the past events it would have fired for, and why not for the others. */
export function TestCard({ test, fields }: { test: TriggerTest; fields: readonly Field[] }) {
  const { t } = useTranslation("triggers");
  const { event, looked, fires, events, next } = test;
  const isClock = event === "schedule";
  return (
    <Card aria-live="polite">
      <CardHeader title={t("test.title")} description={isClock ? t("test.clock") : t("test.text")} />
      <CardBody className="grid gap-3">
        <p className="text-base font-semibold">{looked === 0 ? t("test.none") : t("test.result", { fires, looked })}</p>
        {next.length === 0 ? null : (
          <p className="flex flex-wrap gap-x-3 text-muted">
            {t("test.nextTimes")}:
            {next.map((ms) => (
              <DateTime key={ms} ms={ms} />
            ))}
          </p>
        )}
        {events.length === 0 ? null : (
          <ul aria-label={t("test.list")} className="rounded border border-line">
            {events.map(({ id, at, label, verdict, checks, count }) => (
              <li key={id} className="grid gap-1 border-b border-line px-4 py-2.5 last:border-b-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <StateBadge tone={tones[verdict]}>{t(`test.verdicts.${verdict}`)}</StateBadge>
                  <span className="min-w-0 font-semibold break-words">{label}</span>
                  <DateTime ms={at} className="text-sm text-muted" />
                  {count === null ? null : <span className="text-sm text-muted">{t("test.count", { count })}</span>}
                </p>
                <CheckList checks={checks} fields={fields} />
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
