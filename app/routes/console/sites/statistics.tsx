import { useChanges } from "#app/components/console/use-changes.ts";
import { StatisticsCharts } from "#app/components/statistics/statistics-charts.tsx";
import { StatisticsFigures } from "#app/components/statistics/statistics-figures.tsx";
import { StatisticsTops } from "#app/components/statistics/statistics-tops.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { readWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { readSite } from "#app/domain/sites/read-site.server.ts";
import { readStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/statistics.ts";

export const handle = { i18n: ["statistics"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const periods = [7, 30, 90, 365] as const;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const asked = new URL(args.request.url).searchParams.get("days");
  const days = periods.find((one) => String(one) === asked) ?? 30;
  const { id } = args.params;
  const [site, statistics, workspace] = await orErrorPage(
    Promise.all([readSite(ctx, { id }), readStatistics(ctx, { id, days }), readWorkspace(ctx)]),
  );
  const title = await pageTitle(args.context, "statistics", "title", { site: site.name });
  return { title, site: { id: site.id, name: site.name }, days, statistics, currency: workspace.currency };
}

export default function SiteVisits({ loaderData }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("statistics");
  const { site, days, statistics, currency } = loaderData;
  const isEmpty = statistics.totals.visits === 0 && statistics.before.visits === 0;
  return (
    <>
      <PageHeader
        title={t("title", { site: site.name })}
        state={t("state")}
        actions={<LinkButton to={`/sites/${site.id}`}>{t("toSite")}</LinkButton>}
      />
      <LinkTabs
        label={t("period")}
        tabs={periods.map((one) => ({ to: `?days=${one}`, label: t("days", { count: one }), current: one === days }))}
      />
      {isEmpty ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <StatisticsFigures statistics={statistics} days={days} currency={currency} />
          <StatisticsCharts statistics={statistics} />
          <StatisticsTops statistics={statistics} />
        </>
      )}
    </>
  );
}
