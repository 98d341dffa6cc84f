import { useActionData, useFetcher } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { useDecisionNews } from "#app/components/settings/use-decision-news.ts";
import { TrendFilters } from "#app/components/trends/trend-filters.tsx";
import { TrendItem } from "#app/components/trends/trend-item.tsx";
import { TrendsEmpty } from "#app/components/trends/trends-empty.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { directions } from "#app/domain/trends/judge-trends.ts";
import { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { trendRegions } from "#app/domain/trends/ports.ts";
import { trendStates } from "#app/domain/trends/schemas.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/trends.ts";

export const handle = { i18n: ["trends"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
function readFilter(query: URLSearchParams) {
  return {
    state: trendStates.find((one) => one === query.get("state")) ?? "open",
    region: trendRegions.find((one) => one === query.get("region")),
    direction: directions.find((one) => one === query.get("direction")),
    own: query.get("own") === "true",
  };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "selling:read");
  const query = new URL(args.request.url).searchParams;
  const filter = readFilter(query);
  const asked = { ...filter, own: filter.own ? ("true" as const) : ("false" as const) };
  const page = await orErrorPage(listTrends(ctx, { ...asked, limit: pageSize, cursor: query.get("cursor") ?? undefined }));
  return { title: await pageTitle(args.context, "trends", "title"), page, filter };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "selling:write");
  const { id, state } = await formFields(args.request, "id", "state");
  return tryVerb(args.context, async () => {
    const trend = await decideTrend(ctx, { id, state });
    return { ok: true as const, id, state: trend.state };
  });
}

export default function Trends({ loaderData: { page, filter } }: Route.ComponentProps) {
  useChanges("selling");
  const { t } = useTranslation("trends");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  // Held by the page: what was decided has left the list when the answer comes.
  const deciding = useFetcher<typeof action>();
  useDecisionNews(deciding, "/trends", (state) => t(`told.${state}`));
  const isFiltered = filter.region !== undefined || filter.direction !== undefined || filter.own;
  const count = page.data.length;
  const counted = page.nextCursor === null ? t("state", { count }) : t("stateMore", { count });
  return (
    <>
      <PageHeader title={t("title")} {...(filter.state === "open" ? { state: count === 0 ? t("stateNone") : counted } : {})} />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <LinkTabs
        label={t("tabs.label")}
        tabs={trendStates.map((tab) => ({
          to: tab === "open" ? "/trends" : `/trends?state=${tab}`,
          label: t(`tabs.${tab}`),
          current: tab === filter.state,
        }))}
      />
      <Card>
        {count > 0 || isFiltered ? <TrendFilters {...filter} /> : null}
        {count === 0 ? (
          <TrendsEmpty state={filter.state} isFiltered={isFiltered} />
        ) : (
          <ul aria-label={t("list")}>
            {page.data.map((trend) => (
              <TrendItem key={trend.id} trend={trend} mayWrite={actions.includes("selling:write")} deciding={deciding} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}
