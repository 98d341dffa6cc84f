import { useTranslation } from "#app/i18n/use-translation.ts";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import type { ScoreSummary } from "#app/domain/selling/read-score-summary.server.ts";

type Metrics = Readonly<Record<string, string>>;

/** The score in one figure: for a first page. The route that shows it names the texts `selling`. */
export function ScoreCard({ summary, className }: { summary: ScoreSummary; className?: string }) {
  const { t } = useTranslation("selling");
  const { score, gap, weekAgo, history, tightest } = summary;
  const metrics: Metrics = t("card.metrics", { returnObjects: true });
  const delta =
    score === null || weekAgo === null || weekAgo === 0 ? {} : { delta: { ratio: score / weekAgo - 1, comparison: t("card.weekAgo") } };
  const why = gap === "nothing-to-judge" ? t("card.nothing") : t("card.waiting");
  const headroom =
    tightest === null
      ? undefined
      : t("card.headroom", {
          count: tightest.orders,
          metric: metrics[tightest.metric] ?? metrics["other"] ?? "",
          band: t(`card.bands.${tightest.band}`),
          channel: tightest.channelName,
        });
  return (
    <Figure
      label={t("card.title")}
      to="/score"
      value={score === null ? "–" : String(score)}
      unit={t("card.period")}
      period={score === null ? why : (headroom ?? t("card.advice", { count: summary.openAdvice }))}
      explanation={t("card.rule")}
      sparkline={history.length > 1 ? <Sparkline values={history} /> : undefined}
      {...delta}
      {...(className === undefined ? {} : { className })}
    />
  );
}
