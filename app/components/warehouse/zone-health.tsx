import { Link } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ZoneChecked } from "#app/domain/warehouse/list-zone-checks.server.ts";
import type { ZoneFigures } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ZoneHealthProps = { zones: readonly ZoneFigures[]; checks: readonly ZoneChecked[] };

/** How each zone does: whether it answers, whether its books add up, and what others have not heard of it. */
export function ZoneHealth({ zones, checks }: ZoneHealthProps) {
  const { t } = useTranslation("monitoring");
  const known = new Map(checks.map((one) => [one.zoneId, one]));
  const broken = zones.filter(({ id }) => (known.get(id)?.differences.length ?? 0) > 0);
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("zones.title")} description={t("zones.text")} />
      <Table label={t("zones.title")}>
        <thead>
          <tr>
            <Th>{t("zones.zone")}</Th>
            <Th>{t("zones.answers")}</Th>
            <Th>{t("zones.checkedAt")}</Th>
            <Th align="end" className="max-lg:hidden">
              {t("zones.took")}
            </Th>
            <Th align="end" className="max-sm:hidden" title={t("zones.untoldHint")}>
              {t("zones.untold")}
            </Th>
            <Th align="end" className="max-lg:hidden">
              {t("zones.people")}
            </Th>
            <Th align="end" className="max-lg:hidden">
              {t("zones.size")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <ZoneRow key={zone.id} zone={zone} check={known.get(zone.id)} />
          ))}
        </tbody>
      </Table>
      {broken.map((zone) => (
        <Differences key={zone.id} name={zone.name} differences={known.get(zone.id)?.differences ?? []} />
      ))}
    </Card>
  );
}

function ZoneRow({ zone, check }: { zone: ZoneFigures; check: ZoneChecked | undefined }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const { metrics } = zone;
  const number = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, locale));
  return (
    <Tr>
      <Td>
        <Link to={`/warehouse/zones/${zone.id}`} className="font-medium underline underline-offset-4">
          {zone.name}
        </Link>
        <span className="block text-sm text-faint">
          {zone.warehouse} ·{" "}
          <Link
            to={`/warehouse/zones/${zone.id}/archive`}
            className="underline underline-offset-4"
            aria-label={t("zones.archiveOf", { zone: zone.name })}
          >
            {t("zones.archive")}
          </Link>
        </span>
      </Td>
      <Td>
        <ZoneState isSilent={metrics === null} drift={check?.drift} />
        <LearningNote check={check} />
      </Td>
      <Td>
        {check === undefined ? "–" : <RelativeTime ms={check.checkedAt} />}
        {check?.isCompared === false && check.drift !== null ? (
          <span className="block text-sm text-faint">{t("zones.notCompared")}</span>
        ) : null}
      </Td>
      <Td align="end" className="max-lg:hidden">
        {check === undefined ? "–" : formatDuration(check.durationMs, locale)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {metrics === null ? "–" : number(metrics.untold + metrics.waiting)}
      </Td>
      <Td align="end" className="max-lg:hidden">
        {number(metrics?.connections)}
      </Td>
      <Td align="end" className="max-lg:hidden">
        {metrics === null ? "–" : `${number(Math.ceil(metrics.storageBytes / 1024))} KiB`}
      </Td>
    </Tr>
  );
}

function ZoneState({ isSilent, drift }: { isSilent: boolean; drift: number | null | undefined }) {
  const { t } = useTranslation("monitoring");
  if (isSilent || drift === null) return <StateBadge tone="wrong">{t("zones.silent")}</StateBadge>;
  if (drift === undefined) return <StateBadge tone="info">{t("zones.unchecked")}</StateBadge>;
  if (drift > 0) return <StateBadge tone="wrong">{t("zones.driftCount", { count: drift })}</StateBadge>;
  return <StateBadge tone="ok">{t("zones.ok")}</StateBadge>;
}

const learned = ["queue-age", "throughput-drop", "short-picks", "wrong-counts"] as const;

/** Alerts that need a past say how much of it is there. */
function LearningNote({ check }: { check: ZoneChecked | undefined }) {
  const { t } = useTranslation("monitoring");
  const parts = (check?.learning ?? []).flatMap(({ kind, have, need }) => {
    const what = learned.find((one) => one === kind);
    return what === undefined ? [] : [t("zones.learningItem", { what: t(`learns.${what}`), have, need })];
  });
  if (parts.length === 0) return null;
  return (
    <details className="mt-1 text-sm text-faint">
      <summary>{t("zones.learning")}</summary>
      <ul className="list-disc pl-5">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </details>
  );
}

function Differences({ name, differences }: { name: string; differences: ZoneChecked["differences"] }) {
  const { t } = useTranslation("monitoring");
  return (
    <CardBody className="border-t border-line">
      <h3 className="font-semibold">{t("zones.differences", { zone: name })}</h3>
      <ul className="mt-2 grid gap-2">
        {differences.map(({ kind, what, expected, found }) => (
          <li key={`${kind} ${what}`} className="min-w-0 break-words">
            <code className="font-mono text-sm break-all">
              {kind}: {what}
            </code>
            <span className="block text-sm text-muted">
              {t("zones.expected")} {expected}, {t("zones.found").toLowerCase()} {found}
            </span>
          </li>
        ))}
      </ul>
    </CardBody>
  );
}
