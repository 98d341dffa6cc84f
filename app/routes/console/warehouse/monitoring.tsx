import { useSearchParams } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { AlertList } from "#app/components/warehouse/alert-list.tsx";
import { FloorChart } from "#app/components/warehouse/floor-chart.tsx";
import { DwellTable, PeopleTable, QueueTable } from "#app/components/warehouse/floor-tables.tsx";
import { FloorTiles } from "#app/components/warehouse/floor-tiles.tsx";
import { ZoneHealth } from "#app/components/warehouse/zone-health.tsx";
import { acknowledgeAlert } from "#app/domain/warehouse/acknowledge-alert.server.ts";
import { listAlerts } from "#app/domain/warehouse/list-alerts.server.ts";
import { listZoneChecks } from "#app/domain/warehouse/list-zone-checks.server.ts";
import { readFloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { resolveAlert } from "#app/domain/warehouse/resolve-alert.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/monitoring.ts";

export const handle = { i18n: ["monitoring", "warehouse"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const spans = [8, 24, 72, 168] as const;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const query = new URL(args.request.url).searchParams;
  const hours = spans.find((one) => String(one) === query.get("hours")) ?? 24;
  const state = query.get("alerts") === "resolved" ? "resolved" : "open";
  const [title, metrics, checks, alerts] = await Promise.all([
    pageTitle(args.context, "monitoring", "title"),
    orErrorPage(readFloorMetrics(ctx, { hours })),
    orErrorPage(listZoneChecks(ctx)),
    orErrorPage(listAlerts(ctx, { state, limit: 100 })),
  ]);
  return { title, hours, state, metrics, checks, alerts: alerts.data } as const;
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:write");
  const { id, intent } = await formFields(args.request, "id", "intent");
  return tryVerb(args.context, async () => {
    await (intent === "resolve" ? resolveAlert(ctx, { id }) : acknowledgeAlert(ctx, { id }));
    return { ok: true as const, intent };
  });
}

export default function Monitoring({ loaderData: { hours, state, metrics, checks, alerts } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("monitoring");
  const { actions } = useConsole();
  const silent = metrics.zones.filter((zone) => zone.metrics === null);
  const count = metrics.zones.length;
  if (count === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <Card>
          <EmptyState title={t("none")} picture={<EmptyShelf />} action={<LinkButton to="/warehouse">{t("toWarehouse")}</LinkButton>}>
            {t("noneText")}
          </EmptyState>
        </Card>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        state={t("state", { count, zones: count - silent.length })}
        actions={
          <>
            <Periods hours={hours} />
            <LinkButton to="/warehouse/reports" size="sm" variant="ghost">
              {t("reports.title")}
            </LinkButton>
          </>
        }
      />
      {silent.length === 0 ? null : (
        <InlineAlert
          tone="watch"
          title={t("silent", { count: silent.length, names: silent.map(({ name, warehouse }) => `${name} · ${warehouse}`).join(", ") })}
        >
          {t("silentText")}
        </InlineAlert>
      )}
      <AlertList alerts={alerts} state={state} mayWrite={actions.includes("warehouse:write")} />
      <FloorTiles metrics={metrics} checks={checks} />
      <FloorChart hours={metrics.hours} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <PeopleTable people={metrics.people} />
        <QueueTable queue={metrics.queue} />
      </div>
      <DwellTable zones={metrics.zones} />
      <ZoneHealth zones={metrics.zones} checks={checks} />
    </>
  );
}

function Periods({ hours }: { hours: number }) {
  const { t } = useTranslation("monitoring");
  const [query] = useSearchParams();
  return (
    <nav aria-label={t("periods.label")} className="flex flex-wrap gap-2">
      {spans.map((span) => (
        <LinkButton
          key={span}
          to={`?${new URLSearchParams({ ...Object.fromEntries(query), hours: String(span) })}`}
          size="sm"
          preventScrollReset
          variant={span === hours ? "primary" : "secondary"}
          aria-current={span === hours ? "true" : undefined}
        >
          {span > 24 ? t("periods.days", { count: span / 24 }) : t("periods.hours", { count: span })}
        </LinkButton>
      ))}
    </nav>
  );
}
