import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { dwellKinds } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { FloorMetrics, PersonSummary } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type FrameProps = { title: string; text: string; none: string; isEmpty: boolean; children: ReactNode };

function Frame({ title, text, none, isEmpty, children }: FrameProps) {
  return (
    <Card className="overflow-clip">
      <CardHeader title={title} description={text} />
      {isEmpty ? (
        <CardBody>
          <p className="text-muted">{none}</p>
        </CardBody>
      ) : (
        <Table label={title}>{children}</Table>
      )}
    </Card>
  );
}

export function PeopleTable({ people }: { people: readonly PersonSummary[] }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 1 });
  return (
    <Frame title={t("people.title")} text={t("people.text")} none={t("people.none")} isEmpty={people.length === 0}>
      <thead>
        <tr>
          <Th>{t("people.name")}</Th>
          <Th align="end">{t("people.lines")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("people.units")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("people.tasks")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("people.hours")}
          </Th>
          <Th align="end">{t("people.perHour")}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <Tr key={one.actorId}>
            <Td>{one.name}</Td>
            <Td align="end">{number(one.pickedLines)}</Td>
            <Td align="end" className="max-sm:hidden">
              {number(one.pickedUnits)}
            </Td>
            <Td align="end" className="max-sm:hidden">
              {number(one.doneTasks)}
            </Td>
            <Td align="end" className="max-sm:hidden">
              {number(one.hours)}
            </Td>
            <Td align="end">{number(one.pickedLines / Math.max(1, one.hours))}</Td>
          </Tr>
        ))}
      </tbody>
    </Frame>
  );
}

export function QueueTable({ queue }: { queue: FloorMetrics["queue"] }) {
  const { t } = useTranslation(["monitoring", "warehouse"]);
  const locale = useLocale();
  return (
    <Frame title={t("queue.title")} text={t("queue.text")} none={t("queue.none")} isEmpty={queue.length === 0}>
      <thead>
        <tr>
          <Th>{t("queue.kind")}</Th>
          <Th align="end">{t("queue.open")}</Th>
          <Th align="end">{t("queue.claimed")}</Th>
          <Th align="end">{t("queue.oldest")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("queue.p90")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {queue.map((one) => (
          <Tr key={one.kind}>
            <Td>{t(`taskKinds.${one.kind}`, { ns: "warehouse" })}</Td>
            <Td align="end">{formatNumber(one.open, locale)}</Td>
            <Td align="end">{formatNumber(one.claimed, locale)}</Td>
            <Td align="end">{formatDuration(one.oldestAgeMs, locale)}</Td>
            <Td align="end" className="max-sm:hidden">
              {formatDuration(one.p90AgeMs, locale)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Frame>
  );
}

export function DwellTable({ zones }: { zones: FloorMetrics["zones"] }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const rows = zones.flatMap(({ id, name, metrics }) =>
    dwellKinds.flatMap((kind) => (metrics?.dwell ?? []).filter((one) => one.kind === kind).map((one) => ({ id, name, ...one }))),
  );
  return (
    <Frame title={t("dwell.title")} text={t("dwell.text")} none={t("dwell.none")} isEmpty={rows.length === 0}>
      <thead>
        <tr>
          <Th>{t("dwell.place")}</Th>
          <Th align="end">{t("dwell.units")}</Th>
          <Th align="end">{t("dwell.oldest")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("dwell.median")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <Tr key={`${one.id} ${one.kind}`}>
            <Td>
              {t(`places.${one.kind}`)}, {one.name}
            </Td>
            <Td align="end">{formatNumber(one.units, locale)}</Td>
            <Td align="end">{formatDuration(one.oldestAgeMs, locale)}</Td>
            <Td align="end" className="max-sm:hidden">
              {formatDuration(one.medianAgeMs, locale)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Frame>
  );
}
