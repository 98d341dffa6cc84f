import { Check } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ServiceChannel } from "#app/domain/service/list-service-channels.server.ts";
import type { ReviewSummary } from "#app/domain/service/read-review-summary.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";

/** What people complain about most, and how the stars are spread: each line leads to its reviews. */
export function ReviewSummaryCards({ summary, channels }: { summary: ReviewSummary; channels: readonly ServiceChannel[] }) {
  const { t } = useTranslation("service");
  return (
    <div className="grid gap-6">
      <Card>
        <CardHeader title={t("reviews.complaintsTitle")} description={t("reviews.complaintsHint", { days: summary.days })} />
        <CardBody className="py-2">
          {summary.listings.length === 0 ? (
            <p className="flex items-center gap-2 py-2 text-muted">
              <Check aria-hidden className="size-4 text-ok" /> {t("reviews.noComplaints")}
            </p>
          ) : (
            <ul className="grid">
              {summary.listings.map((one) => (
                <li key={`${one.channelId}/${one.listingRef}`} className="border-b border-line last:border-b-0">
                  <Link
                    to={`/reviews?${new URLSearchParams({ view: "complaints", channel: one.channelId, listing: one.listingRef })}`}
                    className="grid gap-0.5 py-2.5 hover:underline"
                  >
                    <span className="font-medium break-words">{one.listing?.title ?? t("unknownListing", { ref: one.listingRef })}</span>
                    <span className="text-sm text-muted">
                      {t("reviews.complaints", { count: one.complaints })} {t("reviews.ofReviews", { count: one.reviews })}
                      {" · "}
                      {channels.find((channel) => channel.id === one.channelId)?.name ?? one.channelId}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
      {summary.total === 0 ? null : <Distribution summary={summary} />}
    </div>
  );
}

function Distribution({ summary: { byRating, total } }: { summary: ReviewSummary }) {
  const { t } = useTranslation("service");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("reviews.distribution")} />
      <CardBody>
        <ul className="grid gap-2">
          {byRating
            .map((count, index) => ({ count, stars: index + 1 }))
            .toReversed()
            .map(({ count, stars }) => (
              <li key={stars}>
                <Link to={`/reviews?rating=${stars}`} className="grid grid-cols-[1rem_1fr_5.5rem] items-center gap-3 hover:underline">
                  <span>
                    <span aria-hidden>{stars}</span>
                    <span className="sr-only">{t("reviews.stars", { count: stars })}</span>
                  </span>
                  <span aria-hidden className="h-2 rounded-xs bg-sunken">
                    <span className="block h-full rounded-xs bg-ink" style={{ width: `${(100 * count) / total}%` }} />
                  </span>
                  <span className="text-right text-sm text-muted">
                    {formatNumber(count, locale)} · {formatPercent(count / total, locale, 0)}
                  </span>
                </Link>
              </li>
            ))}
        </ul>
      </CardBody>
    </Card>
  );
}
