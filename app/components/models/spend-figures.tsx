import { Figure } from "#app/components/ui/figure.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CapState } from "#app/domain/ai/ports.ts";
import type { AiSpend } from "#app/domain/ai/read-spend.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatUsd } from "./usd.ts";

type SpendFiguresProps = { spend: AiSpend; days: number; monthCap: CapState | undefined };

/** What it cost, what the month will cost, and how much of it rules did instead. */
export function SpendFigures({ spend: { total, before, month }, days, monthCap }: SpendFiguresProps) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const ratio = before.costMicroUsd === 0 ? undefined : total.costMicroUsd / before.costMicroUsd - 1;
  const read = formatNumber(total.inputTokens, locale);
  const written = formatNumber(total.outputTokens, locale);
  const ofCap = monthCap === undefined ? t("spend.noCap") : t("spend.ofCap", { limit: formatUsd(monthCap.limitMicroUsd, locale) });
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Figure
        label={t("spend.cost")}
        value={formatUsd(total.costMicroUsd, locale)}
        {...(ratio === undefined
          ? { period: t("spend.days", { count: days }) }
          : { delta: { ratio, comparison: t("spend.beforePeriod", { count: days }) } })}
      />
      <Figure label={t("spend.month")} value={formatUsd(monthCap?.spentMicroUsd ?? month.spentMicroUsd, locale)} period={ofCap} />
      <Figure
        label={t("spend.forecast")}
        value={formatUsd(month.forecastMicroUsd, locale)}
        period={ofCap}
        explanation={<p>{t("spend.forecastHow")}</p>}
      />
      <Figure
        label={t("spend.calls")}
        value={formatNumber(total.calls, locale)}
        period={`${t("spend.rulesShare", { shown: formatNumber(total.rulesAnswers, locale) })} · ${t("spend.tokens")}: ${formatNumber(total.inputTokens + total.outputTokens, locale)}`}
        explanation={<p>{t("spend.tokensHow", { read, written })}</p>}
      />
    </div>
  );
}
