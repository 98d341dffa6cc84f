import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { PatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const devices = ["phone", "desktop", "tablet", "other"] as const;

/** Who the figures beside it are of. */
export function PeriodFacts({
  sessions,
  returning,
  bots,
  devices: counts,
}: Pick<PatternPeriod, "sessions" | "returning" | "bots" | "devices">) {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const share = (part: number) => formatPercent(sessions === 0 ? 0 : part / sessions, locale, 0);
  const rows = [
    [t("facts.returning"), share(returning)],
    ...devices.flatMap((device) => ((counts[device] ?? 0) === 0 ? [] : [[t(`facts.devices.${device}`), share(counts[device] ?? 0)]])),
    [t("facts.bots"), formatNumber(bots, locale)],
  ];
  return (
    <Card>
      <CardHeader title={t("facts.title")} />
      <CardBody>
        <dl className="grid gap-1.5">
          {rows.map(([label, value]) => (
            <div key={label} className="flex justify-between gap-4">
              <dt className="text-muted">{label}</dt>
              <dd className="tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
