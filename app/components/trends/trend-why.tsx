import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useTrendWords } from "./use-trend-words.ts";

/** What the verdict rests on, and where the term was seen. A model's words stand apart and are named as such. */
export function TrendWhy({ trend }: { trend: Trend }) {
  const { t } = useTranslation("trends");
  const locale = useLocale();
  const { sourceOf, dayOf } = useTrendWords();
  const { direction, changePercent, sureness, why, evidence } = trend;
  const percent = formatPercent(Math.abs(changePercent ?? 0) / 100, locale, 0);
  const chance = formatPercent(Math.max(1, 100 - sureness) / 100, locale, 0);
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
        {t("why")}
      </summary>
      <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
        <p className="max-w-prose">{t(`whyBy.${direction}`, { percent, chance })}</p>
        {direction === "rising" || direction === "falling" ? <p className="max-w-prose text-muted">{t("together")}</p> : null}
        {why === null ? null : (
          <p className="max-w-prose break-words">
            <strong className="font-semibold">{t("model")}</strong> {why}
          </p>
        )}
        {evidence.length === 0 ? null : (
          <>
            <h3 className="label-caps">{t("evidence")}</h3>
            <ul className="grid gap-1">
              {evidence.map(({ source, title, url, day }) => (
                <li key={`${source} ${title}`} className="min-w-0 break-words">
                  <span className="text-muted">
                    {sourceOf(source)}, {dayOf(day)}:
                  </span>{" "}
                  {url === null ? (
                    title
                  ) : (
                    <a
                      href={url}
                      target="_blank"
                      rel="noreferrer nofollow"
                      className="text-accent underline decoration-1 underline-offset-4"
                    >
                      {title}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
