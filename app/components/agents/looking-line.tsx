import { Link } from "react-router";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Looking } from "#app/domain/agents/look-meter.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How far a look is that goes on right now. Without an end in sight it says only what lies behind it. */
export function LookingLine({ looking: { runId, looked, of }, leads = false }: { looking: Looking; leads?: boolean }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const shown = formatNumber(looked, locale);
  const words = of === null ? t("looking.soFar", { count: looked, shown }) : t("looking.of", { shown, of: formatNumber(of, locale) });
  return (
    <output className="grid gap-1 rounded border border-line bg-sunken/50 px-4 py-3 text-sm">
      <span className="flex flex-wrap items-baseline gap-x-3">
        {leads ? (
          <Link to={`/agents/runs/${runId}`} className="font-semibold underline decoration-1 underline-offset-4">
            {t("looking.now")}
          </Link>
        ) : (
          <span className="font-semibold">{t("looking.now")}</span>
        )}
        <span className="text-muted tabular-nums">{words}</span>
      </span>
      {of === null || of === 0 ? null : (
        <>
          <progress aria-label={t("looking.now")} aria-valuetext={words} max={of} value={looked} className="sr-only" />
          <span aria-hidden className="h-2 max-w-60 overflow-hidden rounded-full border border-line bg-sunken">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${(looked / of) * 100}%` }} />
          </span>
        </>
      )}
    </output>
  );
}
