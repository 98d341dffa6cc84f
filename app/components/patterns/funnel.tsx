import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { PatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How far sessions come, stage by stage. The bars are drawn into the table of their numbers. */
export function Funnel({ funnel, steps }: Pick<PatternPeriod, "funnel" | "steps">) {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const all = funnel[0]?.reached ?? 0;
  return (
    <Card>
      <CardHeader title={t("funnel.title")} />
      <CardBody className="grid gap-5">
        <table className="w-full border-separate border-spacing-y-1.5 tabular-nums">
          <caption className="sr-only">{t("funnel.title")}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("funnel.stage")}</th>
              <th scope="col">{t("funnel.sessions")}</th>
              <th scope="col">{t("funnel.ofAll")}</th>
            </tr>
          </thead>
          <tbody>
            {funnel.map(({ stage, reached }, place) => {
              const ratio = all === 0 ? 0 : reached / all;
              const further = funnel[place + 1]?.reached;
              const left = further === undefined || reached === 0 ? undefined : (reached - further) / reached;
              return (
                <tr key={stage}>
                  <th scope="row" className="w-full pr-3 text-left font-normal">
                    <span className="flex flex-wrap justify-between gap-x-3">
                      {t(`funnel.stages.${stage}`)}
                      {left === undefined ? null : (
                        <span className="text-sm text-muted">{t("funnel.left", { share: formatPercent(left, locale, 0) })}</span>
                      )}
                    </span>
                    <span aria-hidden className="mt-1 block h-2.5 rounded-xs bg-sunken">
                      <span className="block h-full rounded-xs bg-ink" style={{ width: `${100 * ratio}%` }} />
                    </span>
                  </th>
                  <td className="pr-3 text-right align-bottom leading-4">{formatNumber(reached, locale)}</td>
                  <td className="text-right align-bottom leading-4 text-muted">{formatPercent(ratio, locale, 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {steps.length === 0 ? null : <Steps steps={steps} />}
      </CardBody>
    </Card>
  );
}

function Steps({ steps }: Pick<PatternPeriod, "steps">) {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  return (
    <Table label={t("funnel.steps")}>
      <thead>
        <tr>
          <Th>{t("funnel.steps")}</Th>
          <Th align="end">{t("funnel.sessions")}</Th>
          <Th align="end">{t("funnel.leftHere")}</Th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ name, reached, left }) => (
          <Tr key={name}>
            <Td className="break-words">{name}</Td>
            <Td align="end">{formatNumber(reached, locale)}</Td>
            <Td align="end">
              {formatNumber(left, locale)}{" "}
              <span className="text-muted">({formatPercent(reached === 0 ? 0 : left / reached, locale, 0)})</span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
