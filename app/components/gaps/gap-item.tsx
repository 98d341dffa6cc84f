import { TrendingDown, TrendingUp, TriangleAlert } from "lucide-react";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GapActing } from "./gap-answer.ts";
import { GapActs } from "./gap-acts.tsx";
import { GapMends } from "./gap-mends.tsx";
import { useGapWords } from "./use-gap-words.ts";

type GapItemProps = { gap: ReviewGap; mayWrite: boolean; acting: GapActing };

const tones = { minor: "info", serious: "watch", dangerous: "wrong" } as const;

/** One complaint of many: how many, in whose words, and what mends it. */
export function GapItem({ gap, mayWrite, acting }: GapItemProps) {
  const { t } = useTranslation("gaps");
  const topicOf = useGapWords();
  const topic = topicOf(gap);
  return (
    <li className="grid gap-3 border-b border-line px-5 py-5 last:border-b-0">
      <div className="grid gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="text-base font-semibold break-words first-letter:uppercase">{topic}</span>
          <StateBadge tone={tones[gap.severity]}>{t(`severities.${gap.severity}`)}</StateBadge>
          {gap.state === "open" ? null : <Badge>{t(`states.${gap.state}`)}</Badge>}
        </p>
        <GapFigures gap={gap} />
      </div>
      {gap.suspicious > 0 ? (
        <p className="flex max-w-prose items-start gap-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-watch" />
          {t("suspicious", { count: gap.suspicious })}
        </p>
      ) : null}
      <Quotes gap={gap} />
      <GapMends gap={gap} />
      {mayWrite ? <GapActs gap={gap} name={`${topic}, ${gap.title}`} acting={acting} /> : null}
    </li>
  );
}

function GapFigures({ gap: { reviews, reviewsOf, questions, confidence, trend } }: { gap: ReviewGap }) {
  const { t } = useTranslation("gaps");
  const locale = useLocale();
  const share = formatPercent(reviewsOf === 0 ? 0 : reviews / reviewsOf, locale, 0);
  const { recent, earlier, direction } = trend;
  const Icon = direction === "rising" ? TrendingUp : direction === "falling" ? TrendingDown : undefined;
  const hint = t("trendHint", { recent: recent.found, recentOf: recent.of, earlier: earlier.found, earlierOf: earlier.of });
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted tabular-nums">
      {reviews === 0 ? null : <span>{t("share", { reviews, of: reviewsOf, share })}</span>}
      {questions === 0 ? null : <span>{t("questions", { count: questions })}</span>}
      <span title={hint} className="inline-flex items-center gap-1.5">
        {Icon === undefined ? null : <Icon aria-hidden className="size-4" />}
        {t(`trends.${direction}`)}
        <span className="sr-only">({hint})</span>
      </span>
      <span title={t("sureHint")}>{t("sure", { percent: formatPercent(confidence, locale, 0) })}</span>
    </p>
  );
}

function Quotes({ gap: { quotes, phrases } }: { gap: ReviewGap }) {
  const { t } = useTranslation("gaps");
  if (quotes.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{t("quotes")}</p>
      <ul className="grid gap-2">
        {quotes.map(({ source, id, text, rating, atMs }) => (
          <li key={`${id} ${text}`} className="max-w-prose border-l-2 border-line-strong pl-3">
            <q className="break-words whitespace-pre-wrap">{text}</q>{" "}
            <span className="text-sm text-muted">
              {source === "question" ? t("fromQuestion") : t("fromReview", { stars: rating ?? 0 })} · <RelativeTime ms={atMs} />
            </span>
          </li>
        ))}
      </ul>
      {phrases.length === 0 ? null : <p className="text-sm text-muted">{t("phrases", { phrases: phrases.join(", ") })}</p>}
    </div>
  );
}
