import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Attempt } from "#app/domain/ai/kinds.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Every try of a call, from first to last. */
export function AttemptsCard({ attempts }: { attempts: readonly Attempt[] }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("calls.attempts")} description={t("calls.attemptsText")} />
      {attempts.length === 0 ? (
        <CardBody className="text-muted">{t("calls.attemptsNone")}</CardBody>
      ) : (
        <Table label={t("calls.attempts")}>
          <thead>
            <tr>
              <Th>{t("calls.number")}</Th>
              <Th>{t("calls.provider")}</Th>
              <Th>{t("calls.outcome")}</Th>
              <Th align="end">{t("calls.status")}</Th>
              <Th align="end">{t("calls.took")}</Th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- tries of a call never change their places.
              <Tr key={index}>
                <Td>{index + 1}</Td>
                <Td>
                  {attempt.provider} <span className="block min-w-32 text-sm break-words text-muted">{attempt.model}</span>
                </Td>
                <Td>
                  <StateBadge tone={attempt.outcome === "answered" ? "ok" : "watch"}>{t(`calls.tries.${attempt.outcome}`)}</StateBadge>
                </Td>
                <Td align="end">{attempt.status ?? "–"}</Td>
                <Td align="end">{t("calls.ms", { shown: formatNumber(attempt.latencyMs, locale) })}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
