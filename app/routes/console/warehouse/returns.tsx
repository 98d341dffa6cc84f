import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { NewReturnDialog } from "#app/components/returns/new-return-dialog.tsx";
import { ReturnsTable } from "#app/components/returns/returns-table.tsx";
import { ReturnsTabs, returnTabs } from "#app/components/returns/returns-tabs.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createReturn } from "#app/domain/warehouse/returns/create-return.server.ts";
import { countReturns, listReturns } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { draftOfReturn, readReturnForm } from "./return-draft.server.ts";
import type { Route } from "./+types/returns.ts";

export const handle = { i18n: ["returns", "catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const query = new URL(args.request.url).searchParams;
  const tab = returnTabs.find((one) => one === query.get("state")) ?? "open";
  const page = { state: tab, limit: pageSize, cursor: query.get("cursor") ?? undefined };
  const [counts, list] = await orErrorPage(Promise.all([countReturns(ctx), listReturns(ctx, page)]));
  return { title: await pageTitle(args.context, "returns", "title"), tab, counts, list };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "floor:work");
  const draft = draftOfReturn(await readReturnForm(args.request));
  return tryVerb(args.context, async () => ({ ok: true as const, intent: "create", ...(await createReturn(ctx, draft)) }));
}

export default function Returns({ loaderData: { tab, counts, list } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("returns");
  const { actions, locale } = useConsole();
  const open = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const figures = { count: open, shown: formatNumber(open, locale), inspect: formatNumber(counts["arrived"] ?? 0, locale) };
  return (
    <>
      <PageHeader
        title={t("title")}
        state={open === 0 ? t("stateNothing") : t("stateOpen", figures)}
        actions={actions.includes("floor:work") ? <NewReturnDialog /> : null}
      />
      <ReturnsTabs tab={tab} counts={{ ...counts, open }} />
      <Card className="overflow-clip">
        {list.data.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <ReturnsTable rows={list.data} label={t(`tabs.${tab}`)} />
        )}
        <ListFooter nextCursor={list.nextCursor} />
      </Card>
    </>
  );
}
