import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { isFiltered, readShopperFilter, toQuery } from "#app/components/shoppers/shopper-filter.ts";
import { NarrowedTo } from "#app/components/shoppers/narrowed-to.tsx";
import { ShopperFilters } from "#app/components/shoppers/shopper-filters.tsx";
import { useOften } from "#app/components/shoppers/use-often.ts";
import { OpenVisitItem, VisitItem } from "#app/components/shoppers/visit-item.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listOpenVisits, listShopperSessions, listSiteNames } from "#app/domain/interactions/list-sessions.server.ts";
import { devices } from "#app/domain/interactions/kinds.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useListState } from "#app/components/shoppers/use-list-state.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/sessions.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;
const mostOpen = 20;
const refreshMs = 5_000;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const query = new URL(args.request.url).searchParams;
  const filter = readShopperFilter(query);
  const [title, page, open, sites] = await Promise.all([
    pageTitle(args.context, "shoppers", "sessions.title"),
    orErrorPage(
      listShopperSessions(ctx, { ...toQuery(filter, ctx.clock.now()), limit: pageSize, cursor: query.get("cursor") ?? undefined }),
    ),
    orErrorPage(listOpenVisits(ctx)),
    orErrorPage(listSiteNames(ctx)),
  ]);
  return { title, page, open, sites, filter };
}

export default function Sessions({ loaderData: { page, open, sites, filter } }: Route.ComponentProps) {
  useChanges("shoppers");
  // Who is there moves all the time and is no event of its own.
  useOften(refreshMs);
  const { t } = useTranslation("shoppers");
  const listState = useListState();
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const filtered = isFiltered(filter);
  return (
    <>
      <PageHeader
        title={t("sessions.title")}
        state={open.length === 0 ? t("sessions.stateNone") : t("sessions.state", { count: open.length })}
      />
      {open.length === 0 ? null : (
        <Card>
          <CardHeader title={t("sessions.openTitle")} />
          <ul aria-label={t("sessions.openList")}>
            {open.slice(0, mostOpen).map((visit) => (
              <OpenVisitItem key={visit.id} visit={visit} site={names.get(visit.siteId)} />
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <CardHeader title={t("sessions.ended")} />
        {sites.length === 0 && page.data.length === 0 && !filtered ? null : (
          <ShopperFilters filter={filter} sites={sites} devices={devices.map((value) => ({ value, label: t(`devices.${value}`) }))} />
        )}
        <NarrowedTo filter={filter} />
        {page.data.length === 0 ? (
          <EmptyState
            title={filtered ? t("sessions.filteredTitle") : t("sessions.emptyTitle")}
            action={
              filtered ? (
                <Link to="/sessions" className="underline decoration-1 underline-offset-4">
                  {t("interactions.clear")}
                </Link>
              ) : (
                <LinkButton to="/sites" variant={sites.length === 0 ? "primary" : "secondary"}>
                  {t(sites.length === 0 ? "toFirstSite" : "toSites")}
                </LinkButton>
              )
            }
          >
            {filtered ? t("interactions.filteredText") : t("sessions.emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("sessions.list")} {...listState}>
            {page.data.map((visit) => (
              <VisitItem key={visit.id} visit={visit} site={names.get(visit.siteId)} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}
