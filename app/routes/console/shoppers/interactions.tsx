import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { InteractionItem } from "#app/components/shoppers/interaction-item.tsx";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { isFiltered, readShopperFilter, toQuery } from "#app/components/shoppers/shopper-filter.ts";
import { NarrowedTo } from "#app/components/shoppers/narrowed-to.tsx";
import { ShopperFilters } from "#app/components/shoppers/shopper-filters.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { interactionKinds, interactionSources } from "#app/domain/interactions/interaction.ts";
import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import { listSiteNames } from "#app/domain/interactions/list-sessions.server.ts";
import { devices } from "#app/domain/interactions/kinds.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useListState } from "#app/components/shoppers/use-list-state.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/interactions.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const query = new URL(args.request.url).searchParams;
  const filter = readShopperFilter(query);
  const { kind, source, productId, tag, q } = filter;
  const asked = { ...toQuery(filter, ctx.clock.now()), kind, source, productId, tag, q };
  const [title, page, sites] = await Promise.all([
    pageTitle(args.context, "shoppers", "interactions.title"),
    orErrorPage(listInteractions(ctx, { ...asked, limit: pageSize, cursor: query.get("cursor") ?? undefined })),
    orErrorPage(listSiteNames(ctx)),
  ]);
  return { title, page, sites, filter };
}

export default function Interactions({ loaderData: { page, sites, filter } }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("shoppers");
  const listState = useListState();
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const filtered = isFiltered(filter);
  return (
    <>
      <PageHeader
        title={t("interactions.title")}
        state={t("interactions.state")}
        actions={
          <LinkButton to="/collect" size="sm">
            {t("ingest.title")}
          </LinkButton>
        }
      />
      <Card>
        {sites.length === 0 && page.data.length === 0 && !filtered ? null : (
          <ShopperFilters
            filter={filter}
            sites={sites}
            kinds={interactionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            sources={interactionSources.map((value) => ({ value, label: t(`sources.${value}`) }))}
            devices={devices.map((value) => ({ value, label: t(`devices.${value}`) }))}
          />
        )}
        <NarrowedTo filter={filter} />
        {page.data.length === 0 ? (
          <EmptyState
            title={filtered ? t("interactions.filteredTitle") : t("interactions.emptyTitle")}
            action={
              filtered ? (
                <Link to="/interactions" className="underline decoration-1 underline-offset-4">
                  {t("interactions.clear")}
                </Link>
              ) : (
                <LinkButton to="/sites" variant={sites.length === 0 ? "primary" : "secondary"}>
                  {t(sites.length === 0 ? "toFirstSite" : "toSites")}
                </LinkButton>
              )
            }
          >
            {filtered ? t("interactions.filteredText") : t("interactions.emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("interactions.list")} {...listState}>
            {page.data.map((one) => (
              <InteractionItem key={one.id} interaction={one} site={names.get(one.sourceId)} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}
