import { ChartLine, Package, Plus, Tablet } from "lucide-react";
import { useState } from "react";
import { type FloorCounts, FloorNeeds } from "#app/components/warehouse/floor-needs.tsx";
import { type NewPlace, PlaceDialog } from "#app/components/warehouse/place-dialog.tsx";
import { WarehouseCard } from "#app/components/warehouse/warehouse-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { countFulfilments } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { listAlerts } from "#app/domain/warehouse/list-alerts.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/warehouses.ts";

export const handle = { i18n: ["warehouse"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

/** More than these nobody counts any longer. */
const mostAlerts = 100;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const [{ data }, orders, alerts] = await orErrorPage(
    Promise.all([listWarehouses(ctx), countFulfilments(ctx), listAlerts(ctx, { limit: mostAlerts })]),
  );
  const counts: FloorCounts = {
    toRelease: orders["owed"] ?? 0,
    picking: (orders["picking"] ?? 0) + (orders["releasing"] ?? 0),
    toPack: orders["picked"] ?? 0,
    toShip: orders["packed"] ?? 0,
    alerts: alerts.data.length,
  };
  return { title: await pageTitle(args.context, "warehouse", "title"), warehouses: data, counts };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:write");
  const { warehouseId, code, name } = await formFields(args.request, "warehouseId", "code", "name");
  return tryVerb(args.context, async () => {
    if (warehouseId === "") await createWarehouse(ctx, { code, name });
    else await createZone(ctx, { warehouseId, code, name });
    return { ok: true as const, name };
  });
}

export default function Warehouses({ loaderData: { warehouses, counts } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("warehouse");
  const { actions, locale } = useConsole();
  const mayWrite = actions.includes("warehouse:write");
  const zones = warehouses.flatMap((one) => one.zones);
  const units = zones.reduce((sum, zone) => sum + zone.onHand, 0);
  const isEmpty = warehouses.length === 0;
  const [place, setPlace] = useState<NewPlace | null>(null);
  const addWarehouse = mayWrite ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setPlace({ warehouseId: null })}>
      {t("add")}
    </Button>
  ) : null;
  const actionsShown = (
    <div className="flex flex-wrap items-center gap-3">
      <LinkButton to="/warehouse/monitoring" icon={<ChartLine aria-hidden />}>
        {t("monitoring")}
      </LinkButton>
      <LinkButton to="/warehouse/tablets" icon={<Tablet aria-hidden />}>
        {t("tablets")}
      </LinkButton>
      <LinkButton to="/warehouse/cartons" icon={<Package aria-hidden />}>
        {t("cartons")}
      </LinkButton>
      {addWarehouse}
    </div>
  );
  const state = `${t("zonesCount", { count: zones.length })}, ${t("unitsCount", { count: units, units: formatNumber(units, locale) })}.`;
  return (
    <>
      <PageHeader title={t("title")} state={isEmpty ? null : state} actions={isEmpty ? null : actionsShown} />
      {isEmpty ? (
        <Card>
          <EmptyState title={t("none")} action={addWarehouse}>
            {t("noneText")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-6">
          <FloorNeeds counts={counts} />
          {warehouses.map((warehouse) => (
            <WarehouseCard
              key={warehouse.id}
              warehouse={warehouse}
              onAddZone={mayWrite ? () => setPlace({ warehouseId: warehouse.id }) : undefined}
            />
          ))}
        </div>
      )}
      <PlaceDialog place={place} onClose={() => setPlace(null)} />
    </>
  );
}
