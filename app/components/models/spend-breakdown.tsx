import { Chart } from "#app/components/charts/chart.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AiSpend } from "#app/domain/ai/read-spend.server.ts";
import type { SpendPart } from "#app/domain/ai/spend.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatUsd } from "./usd.ts";
import { useModelWords } from "./use-model-words.ts";

/** The same money by day, purpose, person, agent and model. */
export function SpendBreakdown({ spend }: { spend: AiSpend }) {
  const { t } = useTranslation("models");
  const { purposeOf, askerOf } = useModelWords();
  const named = (parts: SpendPart[], nameOf: (part: SpendPart) => string) => parts.map((part) => ({ ...part, label: nameOf(part) }));
  return (
    <>
      <SpendByDay days={spend.days} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Parts title={t("spend.byPurpose")} what={t("spend.what")} parts={named(spend.byPurpose, ({ id }) => purposeOf(id))} />
        <Parts title={t("spend.byModel")} what={t("spend.model")} parts={spend.byModel} />
        <Parts title={t("spend.byUser")} what={t("spend.who")} parts={spend.byUser} />
        <Parts
          title={t("spend.byAgent")}
          what={t("spend.who")}
          parts={named(spend.byAgent, ({ id, label }) => askerOf({ kind: "agent", id, label }))}
        />
        {spend.byOther.length === 0 ? null : <Parts title={t("spend.byOther")} what={t("spend.who")} parts={spend.byOther} />}
      </div>
    </>
  );
}

function SpendByDay({ days }: { days: AiSpend["days"] }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const label = (day: string) => formatDateTime(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: "UTC", style: "day-month" });
  return (
    <Card>
      <CardHeader title={t("spend.perDay")} />
      <CardBody>
        {days.every(({ costMicroUsd }) => costMicroUsd === 0) ? (
          <p className="text-muted">{t("spend.nothing")}</p>
        ) : (
          <Chart
            kind="bar"
            title={t("spend.perDay")}
            series={[{ key: "cost", label: t("spend.cost") }]}
            points={days.map(({ day, costMicroUsd }) => ({ label: label(day), values: { cost: costMicroUsd } }))}
            formatValue={(microUsd) => formatUsd(microUsd, locale)}
          />
        )}
      </CardBody>
    </Card>
  );
}

function Parts({ title, what, parts }: { title: string; what: string; parts: readonly SpendPart[] }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  return (
    <Card className="overflow-clip">
      <CardHeader title={title} />
      {parts.length === 0 ? (
        <CardBody className="text-muted">{t("spend.none")}</CardBody>
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              <Th>{what}</Th>
              <Th align="end">{t("spend.calls")}</Th>
              <Th align="end">{t("spend.tokens")}</Th>
              <Th align="end">{t("spend.cost")}</Th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <Tr key={part.id}>
                <Td className="break-words">{part.label}</Td>
                <Td align="end">{formatNumber(part.calls, locale)}</Td>
                <Td align="end">{formatNumber(part.inputTokens + part.outputTokens, locale)}</Td>
                <Td align="end">{formatUsd(part.costMicroUsd, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
