import { useChanges } from "#app/components/console/use-changes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useSearchParams } from "react-router";
import { FilterBar } from "#app/components/service/filter-bar.tsx";
import { ReviewCard } from "#app/components/service/review-card.tsx";
import { ReviewSummaryCards } from "#app/components/service/review-summary.tsx";
import { NoMatch, ServiceList, Teaching } from "#app/components/service/service-list.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { listReviews } from "#app/domain/service/list-reviews.server.ts";
import { listServiceChannels } from "#app/domain/service/list-service-channels.server.ts";
import { readReviewSummary } from "#app/domain/service/read-review-summary.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/reviews.ts";
import { toReviewsInput } from "./service-query.ts";

export const handle = { i18n: ["service"] } satisfies I18nHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const stars = [5, 4, 3, 2, 1];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "service:read");
  const query = new URL(args.request.url).searchParams;
  const [page, summary, channels] = await orErrorPage(
    Promise.all([listReviews(ctx, toReviewsInput(query)), readReviewSummary(ctx), listServiceChannels(ctx)]),
  );
  return { title: await pageTitle(args.context, "service", "reviews.title"), page, summary, channels };
}

export default function Reviews({ loaderData: { page, summary, channels } }: Route.ComponentProps) {
  useChanges("service");
  const { t } = useTranslation("service");
  const locale = useLocale();
  const [query] = useSearchParams();
  const isComplaints = query.get("view") === "complaints";
  const isNarrowed = ["q", "channel", "listing", "rating", "view"].some((name) => query.has(name));
  const state =
    summary.average === null
      ? t("reviews.stateNone", { days: summary.days })
      : t("reviews.state", {
          shown: formatNumber(summary.total, locale),
          days: summary.days,
          average: formatNumber(summary.average, locale, { maximumFractionDigits: 1 }),
        });
  const teaching = channels.some((channel) => channel.reviews) ? (
    <EmptyState title={t("reviews.stateNone", { days: summary.days })} />
  ) : (
    <Teaching title={t("reviews.emptyTitle")} text={t("reviews.emptyText")} />
  );
  return (
    <>
      <PageHeader title={t("reviews.title")} state={state} />
      <LinkTabs
        label={t("reviews.view")}
        tabs={[
          { to: "/reviews", label: t("reviews.views.all"), current: !isComplaints },
          {
            to: "/reviews?view=complaints",
            label: t("reviews.views.complaints"),
            current: isComplaints,
            ...(summary.complaints > 0 ? { count: summary.complaints } : {}),
          },
          { to: "/reviews/gaps", label: t("reviews.views.gaps"), current: false },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
        <ServiceList
          label={t("reviews.list")}
          path="/reviews"
          nextCursor={page.nextCursor}
          isEmpty={page.data.length === 0}
          empty={isNarrowed ? <NoMatch clearTo="/reviews" /> : teaching}
          bar={
            <FilterBar
              searchLabel={t("searchReviews")}
              kept={["view", "listing"]}
              clearTo="/reviews"
              choices={[
                {
                  name: "channel",
                  label: t("filter.channel"),
                  anyLabel: t("filter.anyChannel"),
                  options: channels.map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  name: "rating",
                  label: t("filter.rating"),
                  anyLabel: t("filter.anyRating"),
                  options: stars.map((count) => ({ value: String(count), label: t("reviews.stars", { count }) })),
                },
              ]}
            />
          }
        >
          {page.data.map((review) => (
            <ReviewCard
              key={review.id}
              review={review}
              channelName={channels.find((channel) => channel.id === review.channelId)?.name ?? review.channelId}
            />
          ))}
        </ServiceList>
        <ReviewSummaryCards summary={summary} channels={channels} />
      </div>
    </>
  );
}
