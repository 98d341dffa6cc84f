import { useTranslation } from "#app/i18n/use-translation.ts";
import { type ShouldRevalidateFunctionArgs, useLocation, useNavigation } from "react-router";
import { isSameList } from "#app/components/ui/data-table/list-address.ts";
import { ListingsTable } from "#app/components/catalog/listings-table.tsx";
import { useCountWords } from "#app/components/catalog/use-count-words.ts";
import { SavedViewTabs } from "#app/components/console/saved-view-tabs.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listListings } from "#app/domain/catalog/list-listings.server.ts";
import { type ListingSummary, summarizeListings } from "#app/domain/catalog/summarize-listings.server.ts";
import { listViews } from "#app/domain/views/list-views.server.ts";
import { readListing } from "#app/domain/catalog/read-listing.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { readListingQuery } from "./list-query.ts";
import { answerListingForm } from "./listings-action.server.ts";
import { withoutGone } from "./without-gone.server.ts";
import type { Route } from "./+types/listings.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  await withoutGone(args.request, (id) => readListing(ctx, { id }));
  const query = new URL(args.request.url).searchParams;
  const place = { limit: pageSize, cursor: query.get("cursor") ?? undefined };
  const [page, summary, views] = await orErrorPage(
    Promise.all([
      listListings(ctx, { ...readListingQuery(query), ...place }),
      summarizeListings(ctx),
      listViews(ctx, { page: "listings" }),
    ]),
  );
  return { title: await pageTitle(args.context, "catalog", "listings.title"), page, summary, views };
}

export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod === undefined && isSameList(currentUrl, nextUrl) ? false : defaultShouldRevalidate;
}

export async function action(args: Route.ActionArgs) {
  return answerListingForm(args);
}

export default function Listings({ loaderData: { page, summary, views } }: Route.ComponentProps) {
  useChanges("listings");
  const { t } = useTranslation("catalog");
  const { pathname, search } = useLocation();
  const { location } = useNavigation();
  const isLoading = location?.pathname === pathname && !isSameList(toUrl(pathname + search), toUrl(location.pathname + location.search));
  const counted = (count: number) => (count === 0 || count > 1_000 ? {} : { count });
  return (
    <>
      <PageHeader title={t("listings.title")} state={useStateSentence(summary)} />
      <SavedViewTabs
        page="listings"
        label={t("listings.tabs.label")}
        views={views}
        builtIn={[
          { label: t("listings.tabs.all"), query: "" },
          { label: t("listings.tabs.suggested"), query: "link=suggested", ...counted(summary.suggested) },
          { label: t("listings.tabs.unlinked"), query: "link=unlinked", ...counted(summary.unlinked) },
          { label: t("listings.tabs.ignored"), query: "link=ignored" },
          { label: t("listings.tabs.stock"), query: "only=stock", ...counted(summary.outOfStock) },
          { label: t("listings.tabs.quality"), query: "only=quality&sort=quality", ...counted(summary.lowQuality) },
        ]}
      />
      <ListingsTable page={page} channels={summary.channels} isLoading={isLoading} />
    </>
  );
}

function useStateSentence({ total, suggested, unlinked }: ListingSummary): string {
  const { t } = useTranslation("catalog");
  const count = useCountWords();
  if (total === 0) return t("listings.stateNone");
  const waiting = suggested + unlinked;
  const rest = waiting === 0 ? t("listings.allLinked") : t("listings.needsYou", { shown: count(waiting) });
  return `${t("listings.state", { count: total, shown: count(total) })}${rest}.`;
}

function toUrl(path: string): URL {
  return new URL(path, "http://self.invalid");
}
