import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { FulfilmentTable } from "#app/components/fulfilment/fulfilment-table.tsx";
import { FulfilmentTabs, type Stage, stages } from "#app/components/fulfilment/fulfilment-tabs.tsx";
import { ReleaseForm } from "#app/components/fulfilment/release-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import type { ServiceContext } from "#app/domain/context.ts";
import { listDemand } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { countFulfilments, listFulfilments } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { previewRelease } from "#app/domain/warehouse/waves/preview-release.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { batchingOfForm, textOf } from "./batching-form.ts";
import type { Route } from "./+types/orders.ts";

export const handle = { i18n: ["fulfilment", "waves"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const query = new URL(args.request.url).searchParams;
  const stage = stages.find((one) => one === query.get("stage")) ?? "release";
  const page = { limit: pageSize, cursor: query.get("cursor") ?? undefined };
  const [counts, warehouses, list] = await orErrorPage(
    Promise.all([countFulfilments(ctx), listWarehouses(ctx), readStage(ctx, stage, page)]),
  );
  const places = warehouses.data.map(({ id, name }) => ({ id, name }));
  return { title: await pageTitle(args.context, "fulfilment", "title"), stage, counts, places, list };
}

async function readStage(ctx: ServiceContext, stage: Stage, page: { limit: number; cursor: string | undefined }) {
  if (stage === "release") return { kind: "demand" as const, ...(await listDemand(ctx, page)) };
  // What is still being set aside is picked in a moment: one list for both.
  const state = stage === "picking" ? "at-work" : stage;
  return { kind: "fulfilments" as const, ...(await listFulfilments(ctx, { ...page, state })) };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:write");
  const form = await args.request.formData().catch(() => new FormData());
  const orderIds = form.getAll("orderIds").filter((value) => typeof value === "string");
  const asked = { warehouseId: textOf(form, "warehouseId"), orderIds, batching: batchingOfForm(form) };
  return tryVerb(args.context, async () =>
    textOf(form, "intent") === "release"
      ? { ok: true as const, ...(await releaseOrders(ctx, asked)) }
      : { ok: true as const, preview: await previewRelease(ctx, asked) },
  );
}

export default function WarehouseOrders({ loaderData }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("fulfilment");
  const { locale } = useConsole();
  const { stage, counts } = loaderData;
  const owed = counts["owed"] ?? 0;
  const state = owed === 0 ? t("stateNothing") : t("stateRelease", { count: owed, shown: formatNumber(owed, locale) });
  return (
    <>
      <PageHeader title={t("title")} state={state} actions={<LinkButton to="/warehouse/waves">{t("toWaves")}</LinkButton>} />
      <FulfilmentTabs stage={stage} counts={counts} />
      <StageList loaderData={loaderData} />
    </>
  );
}

const emptyTitles = { picking: "nonePicking", picked: "nonePicked", packed: "nonePacked", shipped: "noneShipped" } as const;

function StageList({ loaderData: { stage, list, places } }: Pick<Route.ComponentProps, "loaderData">) {
  const { t } = useTranslation("fulfilment");
  const { actions } = useConsole();
  if (places.length === 0) {
    return (
      <Card>
        <EmptyState title={t("noWarehouse")} action={<LinkButton to="/warehouse">{t("toWarehouses")}</LinkButton>}>
          {t("noWarehouseText")}
        </EmptyState>
      </Card>
    );
  }
  if (list.data.length === 0) {
    const isRelease = stage === "release";
    return (
      <Card>
        <EmptyState title={isRelease ? t("noneToRelease") : t(emptyTitles[stage])}>
          {isRelease ? t("noneToReleaseText") : t("noneText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {list.kind === "demand" ? (
        <ReleaseForm orders={list.data} warehouses={places} mayRelease={actions.includes("warehouse:write")} />
      ) : (
        <Card className="overflow-clip">
          <FulfilmentTable rows={list.data} label={t(`tabs.${stage}`)} />
        </Card>
      )}
      <ListFooter nextCursor={list.nextCursor} isBare />
    </>
  );
}
