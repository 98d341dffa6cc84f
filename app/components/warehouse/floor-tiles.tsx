import type { ReactNode } from "react";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ZoneChecked } from "#app/domain/warehouse/list-zone-checks.server.ts";
import type { FloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { formatDuration, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The floor in six numbers, each with the rule it follows. */
export function FloorTiles({ metrics, checks }: { metrics: FloorMetrics; checks: readonly ZoneChecked[] }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const { total, hours, queue } = metrics;
  const number = (value: number) => formatNumber(value, locale);
  const share = (some: number, all: number) => t("tiles.of", { some: number(some), all: number(all) });
  const waiting = queue.reduce((sum, { open, claimed }) => sum + open + claimed, 0);
  const oldestMs = Math.max(0, ...queue.map(({ oldestAgeMs }) => oldestAgeMs));
  const drift = checks.reduce((sum, one) => sum + (one.drift ?? 0), 0);
  const trend = (values: number[]): ReactNode => (values.length > 1 ? <Sparkline values={values} /> : null);
  return (
    <section aria-label={t("tiles.label")} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <Figure
        label={t("tiles.lines")}
        value={number(total.pickedLines)}
        period={t("tiles.units", { units: number(total.pickedUnits) })}
        sparkline={trend(hours.map((one) => one.pickedLines))}
        explanation={t("tiles.linesRule")}
      />
      <Figure
        label={t("tiles.tasks")}
        value={number(total.doneTasks)}
        sparkline={trend(hours.map((one) => one.doneTasks))}
        explanation={t("tiles.tasksRule")}
      />
      <Figure
        label={t("tiles.queue")}
        value={number(waiting)}
        period={waiting === 0 ? "" : t("tiles.oldest", { age: formatDuration(oldestMs, locale) })}
        explanation={t("tiles.queueRule")}
      />
      <Figure
        label={t("tiles.shorts")}
        value={total.picks === 0 ? "–" : formatPercent(total.shortPicks / total.picks, locale)}
        period={share(total.shortPicks, total.picks)}
        explanation={t("tiles.shortsRule")}
      />
      <Figure
        label={t("tiles.accuracy")}
        value={total.accuracy === null ? "–" : formatPercent(total.accuracy, locale, 2)}
        period={total.accuracy === null ? t("tiles.noCounts") : share(total.countedLines - total.wrongLines, total.countedLines)}
        explanation={t("tiles.accuracyRule")}
      />
      <Figure
        label={t("tiles.drift")}
        value={checks.length === 0 ? "–" : number(drift)}
        period={checks.length === 0 ? t("tiles.noChecks") : t("tiles.checked", { count: checks.length })}
        explanation={t("tiles.driftRule")}
      />
    </section>
  );
}
