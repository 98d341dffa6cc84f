import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { StageStatus } from "#app/domain/market/stages.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Each stage of the line with what waits before it, how late that is, how much it does, and what went wrong. */
export function StageTable({ stages }: { stages: readonly StageStatus[] }) {
  const { t } = useTranslation("market");
  const locale = useLocale();
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("line")} description={t("lineText")} />
      <Table label={t("line")}>
        <thead>
          <tr>
            <Th>{t("stage")}</Th>
            <Th align="end">{t("waiting")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("lag")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("perHour")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("done")}
            </Th>
            <Th align="end">{t("errors")}</Th>
            <Th className="max-sm:hidden">{t("last")}</Th>
          </tr>
        </thead>
        <tbody>
          {stages.map((one) => (
            <Tr key={one.stage}>
              <Td className="sm:min-w-60">
                <span className="block font-semibold">{t(`stages.${one.stage}`)}</span>
                <span className="block text-sm text-muted">{t(`does.${one.stage}`)}</span>
                {one.waiting === 0 ? null : (
                  <span className="block text-sm text-muted sm:hidden">
                    {t("lag")}: {formatDuration(one.lagMs, locale)}
                  </span>
                )}
                {one.lastError === null ? null : (
                  <span className="block text-sm break-words text-wrong">{t("lastError", { error: one.lastError })}</span>
                )}
              </Td>
              <Td align="end" className="tabular-nums">
                {formatNumber(one.waiting, locale)}
              </Td>
              <Td align="end" className="tabular-nums max-sm:hidden">
                {one.waiting === 0 ? <span className="text-muted">{t("noLag")}</span> : formatDuration(one.lagMs, locale)}
              </Td>
              <Td align="end" className="tabular-nums max-sm:hidden">
                {formatNumber(one.doneLastHour, locale)}
              </Td>
              <Td align="end" className="tabular-nums max-sm:hidden">
                {formatNumber(one.done, locale)}
              </Td>
              <Td align="end" className="tabular-nums">
                {formatNumber(one.errors, locale)}
              </Td>
              <Td className="max-sm:hidden">
                {one.lastAtMs === null ? <span className="text-muted">{t("never")}</span> : <RelativeTime ms={one.lastAtMs} />}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
