import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formatIsoDay } from "#app/components/ui/iso-day.ts";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { ReportBody } from "#app/components/warehouse/report-body.tsx";
import { ReportTable } from "#app/components/warehouse/report-table.tsx";
import { listReports } from "#app/domain/warehouse/list-reports.server.ts";
import { readReport } from "#app/domain/warehouse/read-report.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/reports.ts";

export const handle = { i18n: ["monitoring"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 31;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const query = new URL(args.request.url).searchParams;
  const [id, cursor] = [query.get("id"), query.get("cursor")];
  const [title, page, report] = await Promise.all([
    pageTitle(args.context, "monitoring", "reports.title"),
    orErrorPage(listReports(ctx, { limit: pageSize, ...(cursor === null ? {} : { cursor }) })),
    id === null ? null : orErrorPage(readReport(ctx, { id })),
  ]);
  return { title, page, report, id };
}

export default function Reports({ loaderData: { page, report, id } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  if (report !== null) {
    return (
      <>
        <PageHeader
          title={t("reports.of", { day: formatIsoDay(report.day, locale) })}
          actions={
            <>
              <LinkButton to={`/warehouse/reports/${id}/file?as=csv`} reloadDocument>
                {t("reports.csv")}
              </LinkButton>
              <LinkButton to={`/warehouse/reports/${id}/file`} reloadDocument>
                {t("reports.json")}
              </LinkButton>
              <LinkButton to="/warehouse/reports" variant="ghost">
                {t("reports.back")}
              </LinkButton>
            </>
          }
        />
        <ReportBody report={report} />
      </>
    );
  }
  const count = page.data.length;
  return (
    <>
      <PageHeader title={t("reports.title")} state={count === 0 ? null : t("reports.state", { count })} />
      <Card className="overflow-clip">
        {count === 0 ? (
          <EmptyState
            title={t("reports.none")}
            picture={<EmptyShelf />}
            action={<LinkButton to="/warehouse">{t("reports.toWarehouse")}</LinkButton>}
          >
            {t("reports.noneText")}
          </EmptyState>
        ) : (
          <ReportTable reports={page.data} />
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}
