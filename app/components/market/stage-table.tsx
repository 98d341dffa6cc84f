import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#app/components/ui/table.tsx";
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
    <Card>
      <CardHeader title={t("line")} description={t("lineText")} />
      <Table label={t("line")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("stage")}</TableHead>
            <TableHead className="text-right">{t("waiting")}</TableHead>
            <TableHead className="text-right">{t("lag")}</TableHead>
            <TableHead className="text-right">{t("perHour")}</TableHead>
            <TableHead className="text-right">{t("done")}</TableHead>
            <TableHead className="text-right">{t("errors")}</TableHead>
            <TableHead>{t("last")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {stages.map((one) => (
            <TableRow key={one.stage}>
              <TableCell className="min-w-60">
                <span className="block font-semibold">{t(`stages.${one.stage}`)}</span>
                <span className="block text-sm text-muted">{t(`does.${one.stage}`)}</span>
                {one.lastError === null ? null : (
                  <span className="block text-sm break-words text-wrong">{t("lastError", { error: one.lastError })}</span>
                )}
              </TableCell>
              <TableCell className="text-right tabular-nums">{formatNumber(one.waiting, locale)}</TableCell>
              <TableCell className="text-right tabular-nums">
                {one.waiting === 0 ? <span className="text-muted">{t("noLag")}</span> : formatDuration(one.lagMs, locale)}
              </TableCell>
              <TableCell className="text-right tabular-nums">{formatNumber(one.doneLastHour, locale)}</TableCell>
              <TableCell className="text-right tabular-nums">{formatNumber(one.done, locale)}</TableCell>
              <TableCell className="text-right tabular-nums">{formatNumber(one.errors, locale)}</TableCell>
              <TableCell>
                {one.lastAtMs === null ? <span className="text-muted">{t("never")}</span> : <RelativeTime ms={one.lastAtMs} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
