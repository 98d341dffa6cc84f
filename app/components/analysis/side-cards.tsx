import { Link } from "react-router";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AnalysisSummary } from "#app/domain/listing-analysis/analysis-row.ts";
import type { Analysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { formatRelative } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAnalysisWords } from "./use-analysis-words.ts";

/** Outside texts that read like orders; shown as they are, escaped. */
export function SuspiciousAlert({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation("analysis");
  const { suspicious } = analysis.result;
  if (suspicious.length === 0) return null;
  return (
    <InlineAlert tone="watch" title={t("suspicious")}>
      <p>{t("suspiciousText")}</p>
      <ul className="mt-2 grid gap-1.5">
        {suspicious.map(({ where, ref, kind, quote }) => (
          <li key={`${where} ${ref} ${kind} ${quote}`} className="min-w-0 break-words">
            <span className="font-semibold text-ink">
              {t(`places.${where}`)}, {t(`suspicions.${kind}`)}:
            </span>{" "}
            <q>{quote}</q>
          </li>
        ))}
      </ul>
    </InlineAlert>
  );
}

/** What was solved and what is new since the analysis before. */
export function SinceCard({ analysis, currency }: { analysis: Analysis; currency: string }) {
  const { t } = useTranslation("analysis");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  const { says } = useAnalysisWords(currency);
  const { since, result } = analysis;
  if (since === null) return null;
  const added = result.points.filter(({ key }) => since.added.includes(key));
  const isSame = since.scoreBefore === since.scoreNow;
  const score = isSame ? t("sinceSame") : t("sinceScore", { before: since.scoreBefore, now: since.scoreNow });
  return (
    <Card>
      <CardHeader title={t("since", { when: formatRelative(since.createdAt, nowMs, locale) })} description={score} />
      <CardBody className="grid gap-2">
        {since.solved.length + added.length === 0 ? <p className="text-muted">{t("nothingSolved")}</p> : null}
        <ul className="grid gap-2">
          {since.solved.map((point) => (
            <li key={point.key} className="break-words">
              <Badge>{t("solved")}</Badge> <span className="text-muted line-through">{says(point)}</span>
            </li>
          ))}
          {added.map((point) => (
            <li key={point.key} className="break-words">
              <Badge>{t("newPoint")}</Badge> {says(point)}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

/** What a model wrote and the check kept out, with the reason. */
export function LeftOutCard({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation("analysis");
  const { leftOut } = analysis.result;
  if (leftOut.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("leftOut")} description={t("leftOutText")} />
      <CardBody>
        <ul className="grid gap-3">
          {leftOut.map(({ what, text, reason, detail }) => (
            <li key={`${what} ${reason} ${text}`} className="min-w-0">
              <p className="text-sm text-muted">
                {t(`leftOutWhat.${what}`)}: {t(`leftOutReasons.${reason}`)}
                {detail === "" ? null : ` (${detail})`}
              </p>
              <p className="break-words line-through decoration-faint">{text}</p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

export function HistoryCard({ analyses, shownId }: { analyses: readonly AnalysisSummary[]; shownId: string }) {
  const { t } = useTranslation("analysis");
  return (
    <Card>
      <CardHeader title={t("history")} />
      <ol>
        {analyses.map(({ id, listingId, score, author, createdAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-5 py-3 last:border-b-0">
            <Link
              to={`/listings/${listingId}/analyses?shown=${id}`}
              aria-current={id === shownId ? "page" : undefined}
              className="font-semibold text-accent underline decoration-1 underline-offset-4"
            >
              {t("scoreOf", { score })}
            </Link>
            <RelativeTime ms={createdAt} className="text-muted" />
            <Badge>{t(`sources.${author.source}`)}</Badge>
            {id === shownId ? <span className="text-sm text-muted">{t("shown")}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
