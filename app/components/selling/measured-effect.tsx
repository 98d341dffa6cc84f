import { useTranslation } from "#app/i18n/use-translation.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Measured, Recommendation } from "#app/domain/selling/recommendation.server.ts";
import { useFigureWords } from "./use-figure-words.ts";

const dayMs = 24 * 3_600_000;

/** What an advice was to bring beside what it really brought. */
export function MeasuredEffect({ advice }: { advice: Recommendation }) {
  const { t } = useTranslation("advice");
  const { named, show } = useFigureWords();
  const { metric, before, after, unit } = advice.expected;
  const figure = (label: string, value: string) => (
    <div className="min-w-24">
      <dt className="text-sm text-faint">{label}</dt>
      <dd className="text-base font-semibold">{value}</dd>
    </div>
  );
  const measured = (label: string, result: Measured, afterDays: number) => (
    <div className="min-w-24">
      <dt className="text-sm text-faint">{label}</dt>
      <dd className="text-base">
        {result === null ? (
          <span className="text-muted">
            <RelativeTime ms={(advice.decidedAt ?? 0) + afterDays * dayMs} />
          </span>
        ) : (
          <strong className="font-semibold">{result.value === null ? t("measured.gone") : show(result.value, unit)}</strong>
        )}
      </dd>
    </div>
  );
  return (
    <section aria-label={t("measured.title")} className="rounded border border-line bg-sunken/50 px-4 py-3">
      <p className="label-caps mb-2">{named("metrics", metric)}</p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {figure(t("measured.before"), show(before, unit))}
        {figure(t("measured.predicted"), show(after, unit))}
        {measured(t("measured.after7"), advice.measuredAfter7, 7)}
        {measured(t("measured.after14"), advice.measuredAfter14, 14)}
      </dl>
    </section>
  );
}
