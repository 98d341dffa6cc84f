import { useState } from "react";
import { useConsole } from "#app/components/console/use-console.ts";
import { ZoneLabels } from "#app/components/labels/zone-labels.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { ApprovalsCard } from "#app/components/warehouse/approvals-card.tsx";
import { BinSheet } from "#app/components/warehouse/bin-sheet.tsx";
import { ImportDialog } from "#app/components/warehouse/import-dialog.tsx";
import { LayOutDialog } from "#app/components/warehouse/lay-out-dialog.tsx";
import { ReceiveDialog } from "#app/components/warehouse/receive-dialog.tsx";
import { TaskList } from "#app/components/warehouse/task-list.tsx";
import { ZoneMap } from "#app/components/warehouse/zone-map.tsx";
import { ZoneStatusBadge } from "#app/components/warehouse/zone-status.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { listApprovals } from "#app/domain/warehouse/list-approvals.server.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import { useWarehouseZone } from "#party/warehouse-zone/use-warehouse-zone.ts";
import type { Route } from "./+types/zone.ts";
import { answerZoneForm } from "./zone-action.server.ts";

export const handle = { i18n: ["warehouse", "catalog", "labels"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const { id } = args.params;
  const decides = actorAllows(ctx.actor, "warehouse:write");
  const [zone, books, approvals] = await orErrorPage(
    Promise.all([readZone(ctx, { id }), checkZoneBooks(ctx, { id }), decides ? listApprovals(ctx, { id }) : []]),
  );
  return {
    title: titled(zone.name),
    zone,
    approvals,
    drift: books.drift.length,
    workspaceId: ctx.workspaceId,
  };
}

export function action(args: Route.ActionArgs) {
  return answerZoneForm(args, args.params.id);
}

export default function ZonePage({ loaderData: { zone, approvals, drift, workspaceId } }: Route.ComponentProps) {
  const { t } = useTranslation("warehouse");
  const { actions, locale } = useConsole();
  const live = useWarehouseZone({ workspaceId, zoneId: zone.id, cursor: zone.cursor, part: zone.part });
  const [openBin, setOpenBin] = useState<string | null>(null);
  const bins = [...live.bins.values()];
  const tasks = [...live.tasks.values()];
  const units = bins.reduce((sum, bin) => sum + bin.lines.reduce((all, line) => all + line.qty, 0), 0);
  const may = { work: actions.includes("floor:work"), manage: actions.includes("warehouse:write") };
  const counts = [
    t("binsCount", { count: bins.length }),
    t("unitsCount", { count: units, units: formatNumber(units, locale) }),
    ...(tasks.length === 0 ? [] : [t("tasksCount", { count: tasks.length })]),
  ];
  return (
    <>
      <PageHeader
        title={`${zone.name} · ${zone.warehouse.name}`}
        state={`${counts.join(", ")}.`}
        actions={
          <div className="flex flex-wrap items-center gap-3">
            <ZoneStatusBadge status={live.status} />
            <LinkButton to={`/warehouse/zones/${zone.id}/archive`} variant="ghost">
              {t("archive")}
            </LinkButton>
            {bins.length > 0 ? <ZoneLabels name={zone.name} bins={bins} /> : null}
            {may.manage && bins.length > 0 ? <LayOutDialog /> : null}
            {may.manage ? <ImportDialog /> : null}
            {may.work && bins.length > 0 ? <ReceiveDialog bins={bins} items={live.items} /> : null}
          </div>
        }
      />
      {drift > 0 ? (
        <InlineAlert tone="wrong" title={t("driftSome", { count: drift })}>
          {t("driftRule")}
        </InlineAlert>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <Card>
          <CardHeader title={t("map")} description={bins.length === 0 ? undefined : t("mapHint")} />
          <CardBody>
            {bins.length === 0 ? (
              <EmptyState title={t("noBins")} picture={<EmptyShelf />} action={may.manage ? <LayOutDialog isFirst /> : null}>
                {t("noBinsText")}
              </EmptyState>
            ) : (
              <ZoneMap bins={bins} tasks={tasks} open={setOpenBin} />
            )}
          </CardBody>
        </Card>
        <div className="grid gap-6">
          <ApprovalsCard approvals={approvals} tasks={tasks} bins={live.bins} items={live.items} />
          <TaskList tasks={tasks} bins={live.bins} items={live.items} />
          <Card>
            <CardHeader title={t("drift")} />
            <CardBody>
              <p>{drift === 0 ? t("driftNone") : t("driftSome", { count: drift })}</p>
              <p className="mt-1 text-sm text-muted">{t("driftRule")}</p>
            </CardBody>
          </Card>
        </div>
      </div>
      <BinSheet
        bin={openBin === null ? undefined : live.bins.get(openBin)}
        items={live.items}
        tasks={tasks}
        may={may}
        close={() => setOpenBin(null)}
      />
    </>
  );
}
