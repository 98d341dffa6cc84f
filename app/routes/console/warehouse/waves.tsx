import { TimerReset, Waves as WavesIcon } from "lucide-react";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { WaveTable } from "#app/components/waves/wave-table.tsx";
import { listWaves } from "#app/domain/warehouse/waves/list-waves.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/waves.ts";

export const handle = { i18n: ["waves"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const list = await orErrorPage(listWaves(ctx, { limit: pageSize, cursor }));
  return { title: await pageTitle(args.context, "waves", "title"), list };
}

export default function Waves({ loaderData: { list } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("waves");
  const open = list.data.filter(({ done, cancelled, orders }) => done + cancelled < orders).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        state={open === 0 ? t("stateNone") : t("state", { count: open })}
        actions={
          <LinkButton to="/warehouse/release-rules" icon={<TimerReset aria-hidden />}>
            {t("rules")}
          </LinkButton>
        }
      />
      <Card className="overflow-clip">
        {list.data.length === 0 ? (
          <EmptyState
            title={t("none")}
            picture={<WavesIcon aria-hidden className="mx-auto size-10" />}
            action={<LinkButton to="/warehouse/orders">{t("toOrders")}</LinkButton>}
          >
            {t("noneText")}
          </EmptyState>
        ) : (
          <WaveTable rows={list.data} />
        )}
        <ListFooter nextCursor={list.nextCursor} />
      </Card>
    </>
  );
}
