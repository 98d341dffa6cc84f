import { ThumbsUp } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Review } from "#app/domain/service/list-reviews.server.ts";
import { AboutListing } from "./about-listing.tsx";
import { Stars } from "./stars.tsx";

export function ReviewCard({ review, channelName }: { review: Review; channelName: string }) {
  const { t } = useTranslation("service");
  return (
    <li className="grid gap-2 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Stars rating={review.rating} />
        <RelativeTime ms={review.writtenAt} className="text-sm text-muted" />
      </div>
      {review.title ? <p className="text-base font-semibold break-words">{review.title}</p> : null}
      {review.text ? (
        <p className="max-w-prose text-base break-words whitespace-pre-wrap">{review.text}</p>
      ) : review.title ? null : (
        <p className="text-muted italic">{t("reviews.noText")}</p>
      )}
      {review.reply === null ? null : (
        <div className="max-w-prose border-l-2 border-line-strong pl-3">
          <p className="text-sm text-muted">{t("reviews.reply")}</p>
          <p className="break-words whitespace-pre-wrap">{review.reply}</p>
        </div>
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <span className="min-w-0">
          <AboutListing {...review} /> · {channelName}
        </span>
        {review.likes > 0 ? (
          <span className="inline-flex items-center gap-1.5">
            <ThumbsUp aria-hidden className="size-3.5" />
            {t("reviews.helpful", { count: review.likes })}
          </span>
        ) : null}
      </p>
    </li>
  );
}
